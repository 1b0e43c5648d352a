//! Elements by role and label, as assistive technology presents them.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::{Locator, actions, key::Key};
use serde_json::{Value, json};

use crate::Page;
use crate::command::get;

/// How long to wait for what has to come.
const PATIENCE: Duration = Duration::from_secs(15);

/// Visible elements that may have the role, and the label if one is given. The browser then computes both for each: this only
/// spares asking it about every element of the page.
const CANDIDATES: &str = r#"
const [role, label] = arguments;
const native = {
  alert: '', article: 'article', banner: 'header', button: 'button,summary,input[type=button],input[type=submit],input[type=file]',
  cell: 'td', checkbox: 'input[type=checkbox]', columnheader: 'th', combobox: 'select,input[list]', complementary: 'aside',
  contentinfo: 'footer', deletion: 'del', dialog: 'dialog', figure: 'figure', form: 'form', group: 'details,fieldset',
  heading: 'h1,h2,h3,h4,h5,h6', img: 'img,svg', insertion: 'ins', link: 'a[href]', list: 'ul,ol', listitem: 'li', main: 'main',
  mark: 'mark', navigation: 'nav', option: 'option', paragraph: 'p', progressbar: 'progress', radio: 'input[type=radio]', region: 'section',
  row: 'tr', rowheader: 'th', searchbox: 'input[type=search]', slider: 'input[type=range]', spinbutton: 'input[type=number]',
  status: 'output', table: 'table', textbox: 'input,textarea,[contenteditable]', time: 'time',
};
const selector = [`[role~="${role}"]`, native[role]].filter(Boolean).join();
const plain = (text) => (text ?? '').replace(/\s+/g, ' ').trim();
const words = (element) => [
  element.textContent, element.ariaLabel, element.title, element.alt, element.placeholder, element.value,
  ...(element.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent),
  ...[...(element.labels ?? [])].map((label) => label.textContent),
  ...[...element.querySelectorAll('[aria-label],[alt],[title]')].map((inner) => `${inner.ariaLabel ?? ''} ${inner.alt ?? ''} ${inner.title ?? ''}`),
].map(plain).join(' ');
// A label can be put together from several parts, so its first word is all that is sure to stand in one of them.
const first = plain(label).split(' ')[0];
return [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility({ visibilityProperty: true }) && words(element).includes(first));
"#;

/// An element with the label that the browser computed for it.
#[derive(Clone, Debug)]
pub struct Found {
    /// The element.
    pub element: Element,
    /// Its accessible name.
    pub label: String,
}

impl Page {
    /// Waits for an element with this role and exactly this label. When there are several, it is the first.
    ///
    /// # Errors
    /// When none comes; says which labels the role has on the page.
    pub async fn get(&self, role: &str, label: &str) -> Result<Element> {
        self.get_where(role, label, |found| found == label).await
    }

    /// Waits for an element with this role and exactly this label, brings it to the middle of the view and clicks it.
    ///
    /// # Errors
    /// When none comes or something covers it.
    pub async fn click(&self, role: &str, label: &str) -> Result<()> {
        let element = self.get(role, label).await?;
        self.click_on(&element).await
    }

    /// Brings an element to the middle of the view, as a reader would, and clicks it.
    ///
    /// # Errors
    /// When something covers it.
    pub async fn click_on(&self, element: &Element) -> Result<()> {
        self.run("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", vec![serde_json::to_value(element)?]).await?;
        Ok(element.click().await?)
    }

    /// Waits for an element with this role whose label begins with these words.
    ///
    /// # Errors
    /// When none comes; says which labels the role has on the page.
    pub async fn get_starting(&self, role: &str, start: &str) -> Result<Element> {
        self.get_where(role, start, |found| found.starts_with(start)).await
    }

    async fn get_where(&self, role: &str, wanted: &str, fits: impl Fn(&str) -> bool) -> Result<Element> {
        let begun = Instant::now();
        loop {
            if let Some(found) = self.search(role, wanted).await?.into_iter().find(|found| fits(&found.label)) {
                return Ok(found.element);
            }
            if begun.elapsed() > PATIENCE {
                let there: Vec<_> = self.all(role).await?.into_iter().map(|found| found.label).collect();
                bail!("no {role} “{wanted}” on the page; its labels are {there:?}");
            }
            pause().await;
        }
    }

    /// Everything visible with this role, in document order.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn all(&self, role: &str) -> Result<Vec<Found>> {
        self.search(role, "").await
    }

    /// Whether there is an element with this role and exactly this label now.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn has(&self, role: &str, label: &str) -> Result<bool> {
        Ok(self.search(role, label).await?.iter().any(|found| found.label == label))
    }

    /// Waits until there is no element with this role and label any more.
    ///
    /// # Errors
    /// When it stays.
    pub async fn loses(&self, role: &str, label: &str) -> Result<()> {
        let begun = Instant::now();
        while self.has(role, label).await? {
            if begun.elapsed() > PATIENCE {
                bail!("{role} “{label}” is still on the page");
            }
            pause().await;
        }
        Ok(())
    }

    /// The text of the page as it is seen.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn text(&self) -> Result<String> {
        let text = self.run("return document.body.innerText", vec![]).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the page shows this text.
    ///
    /// # Errors
    /// When it does not come; says what is shown.
    pub async fn sees(&self, wanted: &str) -> Result<()> {
        let begun = Instant::now();
        loop {
            let text = self.text().await?;
            if text.contains(wanted) {
                return Ok(());
            }
            if begun.elapsed() > PATIENCE {
                bail!("the page does not show “{wanted}” but:\n{text}");
            }
            pause().await;
        }
    }

    /// Runs a script again and again until the text that it returns is as wanted.
    ///
    /// # Errors
    /// When it never is; says what it is.
    pub async fn settles(&self, script: &str, wanted: impl Fn(&str) -> bool) -> Result<()> {
        let begun = Instant::now();
        loop {
            let value = self.run(script, vec![]).await?;
            if wanted(value.as_str().unwrap_or_default()) {
                return Ok(());
            }
            if begun.elapsed() > PATIENCE {
                bail!("it is {value}");
            }
            pause().await;
        }
    }

    /// Waits until the page shows this text no more.
    ///
    /// # Errors
    /// When it stays.
    pub async fn sees_no_more(&self, unwanted: &str) -> Result<()> {
        let begun = Instant::now();
        while self.text().await?.contains(unwanted) {
            if begun.elapsed() > PATIENCE {
                bail!("the page still shows “{unwanted}”");
            }
            pause().await;
        }
        Ok(())
    }

    /// Presses a key where the focus is. For keys without a character see [`fantoccini::key::Key`].
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn press(&self, key: char) -> Result<()> {
        use actions::{InputSource, KeyAction, KeyActions};
        let stroke = KeyActions::new("keyboard".to_owned()).then(KeyAction::Down { value: key }).then(KeyAction::Up { value: key });
        Ok(self.client.perform_actions(stroke).await?)
    }

    /// Presses the Tab key and tells the label of what then has the focus.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn tab(&self) -> Result<String> {
        self.press(Key::Tab.into()).await?;
        let focused = self.client.active_element().await?;
        Ok(self.computed(&focused, "label").await?.unwrap_or_default())
    }

    async fn search(&self, role: &str, wanted: &str) -> Result<Vec<Found>> {
        let candidates = self.run(CANDIDATES, vec![json!(role), json!(wanted)]).await?;
        let mut found = Vec::new();
        for candidate in candidates.as_array().into_iter().flatten().filter_map(|value| self.element(value)) {
            if self.computed(&candidate, "role").await?.is_some_and(|computed| computed == role)
                && let Some(label) = self.computed(&candidate, "label").await?
            {
                found.push(Found { element: candidate, label });
            }
        }
        Ok(found)
    }

    /// The role or label that the browser computes; none when the element has left the page meanwhile.
    async fn computed(&self, element: &Element, what: &str) -> Result<Option<String>> {
        let id = element.element_id();
        match get(&self.client, format!("element/{}/computed{what}", id.as_ref())).await {
            Ok(value) => Ok(Some(value.as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" "))),
            Err(error) if error.downcast_ref().is_some_and(CmdError::is_stale_element_reference) => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn element(&self, value: &Value) -> Option<Element> {
        let id = value.as_object()?.values().next()?.as_str()?.to_owned();
        Some(Element::from_element_id(self.client.clone(), id.into()))
    }

    /// The first element that a CSS selector finds, for what has neither role nor label.
    ///
    /// # Errors
    /// When none comes.
    pub async fn css(&self, selector: &str) -> Result<Element> {
        Ok(self.client.wait().at_most(PATIENCE).for_element(Locator::Css(selector)).await?)
    }
}

async fn pause() {
    tokio::time::sleep(Duration::from_millis(50)).await;
}
