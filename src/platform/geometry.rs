//! Where things stand on the screen, and moving them there.

use gloo_events::EventListener;
use js_sys::Function;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, HtmlElement, NodeList, ResizeObserver, ScrollBehavior, ScrollToOptions, Window};

use crate::reading::{Column, Mark};

/// The columns of `frame` and the linked runs in them, in pixels from its upper left corner, wherever it is scrolled to.
pub fn measure(frame: &Element) -> (Vec<Column>, Vec<Mark>) {
    let origin = frame.get_bounding_client_rect();
    let (left, top) = (origin.left() - f64::from(frame.scroll_left()), origin.top() - f64::from(frame.scroll_top()));
    let mut columns = Vec::new();
    let mut marks = Vec::new();
    for (index, column) in all(frame, "[data-column]").into_iter().enumerate() {
        let area = column.get_bounding_client_rect();
        columns.push(Column { left: area.left() - left, right: area.right() - left });
        for run in all(&column, "[data-passages]") {
            let area = run.get_bounding_client_rect();
            let passages = run.get_attribute("data-passages").unwrap_or_default();
            let passages = passages.split(' ').filter_map(|passage| passage.parse().ok()).collect();
            marks.push(Mark { column: index, passages, top: area.top() - top, bottom: area.bottom() - top });
        }
    }
    (columns, marks)
}

/// Brings what is selected in every column of `frame` level with what is selected in column `focus`, which stays where it is on the screen.
/// Columns move down only, so that none is cut off; without a focus they all go back to the top.
pub fn level(frame: &Element, focus: Option<usize>) {
    let columns = all(frame, "[data-column]");
    let tops: Vec<Option<f64>> =
        columns.iter().map(|column| first_selected(column).map(|run| run.get_bounding_client_rect().top())).collect();
    let shifts: Vec<f64> = columns.iter().map(shift_of).collect();
    let wanted: Vec<f64> = match focus.and_then(|focus| Some((*tops.get(focus)?.as_ref()?, *shifts.get(focus)?))) {
        Some((level, own)) => {
            let moved: Vec<f64> = tops.iter().zip(&shifts).map(|(top, shift)| top.map_or(own, |top| shift + level - top)).collect();
            let least = moved.iter().copied().fold(f64::INFINITY, f64::min);
            moved.iter().map(|shift| (shift - least).round()).collect()
        }
        None => vec![0.0; columns.len()],
    };
    for (column, shift) in columns.iter().zip(&wanted) {
        if let Some(column) = column.dyn_ref::<HtmlElement>() {
            // Through the object model: the security policy forbids style attributes.
            let _ = column.style().set_property("--shift", &format!("{}px", *shift as i32));
        }
    }
    if let Some(focus) = focus
        && let (Some(was), Some(column)) = (tops.get(focus).copied().flatten(), columns.get(focus))
        && let Some(run) = first_selected(column)
    {
        scroll_by(run.get_bounding_client_rect().top() - was, false);
    }
}

/// Scrolls so that `element` is well inside what is not covered by the bars at the top and bottom of the window.
pub fn reveal(element: &Element) {
    let Some(window) = web_sys::window() else { return };
    let height = window.inner_height().ok().and_then(|h| h.as_f64()).unwrap_or(0.0);
    let edge = |selector: &str| first(selector).map(|e| e.get_bounding_client_rect());
    let top = edge("[data-bar=top]").map_or(0.0, |bar| bar.bottom().max(0.0));
    let bottom = edge("[data-bar=bottom]").map_or(height, |bar| bar.top());
    let area = element.get_bounding_client_rect();
    // The whole of what is selected around it, not only its first line.
    let around = element.closest("p, h2, td").ok().flatten();
    let end = around.into_iter().flat_map(|around| all(&around, ".selected")).map(|run| run.get_bounding_client_rect().bottom());
    let end = end.fold(area.bottom(), f64::max);
    let margin = ((bottom - top) * 0.1).min(64.0);
    if area.top() < top + margin || end > bottom - margin / 2.0 {
        // A third down: what comes before stays in view, and more of what comes after.
        scroll_by(area.top() - (top + (bottom - top) / 3.0), true);
    }
    // Where columns are swiped, the one that is meant comes to the front.
    let frame = element.closest(".columns").ok().flatten().filter(|frame| frame.scroll_width() > frame.client_width());
    let column = element.closest("[data-column]").ok().flatten();
    if let (Some(frame), Some(column)) = (frame, column) {
        let left = column.get_bounding_client_rect().left() - frame.get_bounding_client_rect().left();
        frame.set_scroll_left(frame.scroll_left() + left as i32);
    }
}

/// Back to the top of the page.
pub fn to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// The element that stands for a place, in whichever layout is shown.
pub fn place(article: usize, sentence: usize) -> Option<Element> {
    first(&format!("[data-place=\"{article}-{sentence}\"]"))
}

/// Moves the keyboard's focus to an element, without scrolling.
pub fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Whether the keyboard's focus is on the mark of a linked sentence.
pub fn focus_is_on_mark() -> bool {
    web_sys::window().and_then(|w| w.document()).and_then(|d| d.active_element()).is_some_and(|element| element.has_attribute("data-place"))
}

/// Where an arrow key leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To the sentence before.
    Up,
    /// To the next sentence.
    Down,
    /// To the column on the left.
    Left,
    /// To the column on the right.
    Right,
}

/// Moves the keyboard's focus from sentence to sentence while the reader chooses some: within the column, or to the sentence of the column beside
/// that stands most level. From elsewhere it goes to the first there is. `false` where there is none.
pub fn step_to_pick(direction: Direction) -> bool {
    let active = window().and_then(|w| w.document()).and_then(|d| d.active_element());
    let column = active.as_ref().filter(|e| e.has_attribute("data-pick")).and_then(|e| e.closest("[data-column]").ok().flatten());
    let next = match (active, column) {
        (Some(active), Some(column)) => match direction {
            Direction::Up | Direction::Down => {
                let picks = all(&column, "[data-pick]");
                let at = picks.iter().position(|pick| *pick == active);
                at.and_then(|at| if direction == Direction::Down { picks.get(at + 1) } else { picks.get(at.checked_sub(1)?) }).cloned()
            }
            Direction::Left | Direction::Right => {
                let beside = if direction == Direction::Left { column.previous_element_sibling() } else { column.next_element_sibling() };
                let level = active.get_bounding_client_rect().top();
                let away = |pick: &Element| (pick.get_bounding_client_rect().top() - level).abs();
                let picks = beside.map(|column| all(&column, "[data-pick]")).unwrap_or_default();
                picks.into_iter().min_by(|x, y| away(x).total_cmp(&away(y)))
            }
        },
        _ => first("[data-pick]"),
    };
    if let Some(next) = &next {
        focus(next);
        reveal(next);
    }
    next.is_some()
}

/// Whether the reader is selecting text, and so does not mean to click.
pub fn is_selecting_text() -> bool {
    web_sys::window().and_then(|w| w.get_selection().ok().flatten()).is_some_and(|s| !s.is_collapsed())
}

/// Calls back when `frame` or a column in it changes its size, and when fonts have arrived, until dropped.
pub struct Watch {
    observer: ResizeObserver,
    _callback: Closure<dyn Fn()>,
    _fonts: Option<EventListener>,
}

impl Watch {
    /// Starts watching.
    pub fn new(frame: &Element, changed: impl Fn() + Clone + 'static) -> Option<Self> {
        let again = changed.clone();
        let callback = Closure::<dyn Fn()>::new(changed);
        let observer = ResizeObserver::new(callback.as_ref().unchecked_ref::<Function>()).ok()?;
        observer.observe(frame);
        for column in all(frame, "[data-column]") {
            observer.observe(&column);
        }
        let fonts = web_sys::window().and_then(|window| window.document()).map(|document| document.fonts());
        let fonts = fonts.map(|fonts| EventListener::new(&fonts, "loadingdone", move |_| again()));
        Some(Self { observer, _callback: callback, _fonts: fonts })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

fn first_selected(column: &Element) -> Option<Element> {
    [".selected", ".twin"].into_iter().find_map(|class| column.query_selector(class).ok().flatten())
}

fn shift_of(column: &Element) -> f64 {
    let style = column.dyn_ref::<HtmlElement>().map(HtmlElement::style);
    let shift = style.and_then(|style| style.get_property_value("--shift").ok()).unwrap_or_default();
    shift.trim_end_matches("px").parse::<i32>().map_or(0.0, f64::from)
}

fn first(selector: &str) -> Option<Element> {
    window()?.document()?.query_selector(selector).ok().flatten()
}

fn scroll_by(down: f64, smoothly: bool) {
    // Even a step of nothing would end a smooth scroll that is under way.
    let Some(window) = window().filter(|_| down.abs() >= 1.0) else { return };
    let options = ScrollToOptions::new();
    options.set_top(down);
    let calm = window.match_media("(prefers-reduced-motion: reduce)").ok().flatten().is_some_and(|query| query.matches());
    options.set_behavior(if smoothly && !calm { ScrollBehavior::Smooth } else { ScrollBehavior::Instant });
    window.scroll_by_with_scroll_to_options(&options);
}

fn window() -> Option<Window> {
    web_sys::window()
}

fn all(within: &Element, selector: &str) -> Vec<Element> {
    let list: Option<NodeList> = within.query_selector_all(selector).ok();
    let list = list.iter().flat_map(|list| (0..list.length()).filter_map(|i| list.get(i)));
    list.filter_map(|node| node.dyn_into().ok()).collect()
}
