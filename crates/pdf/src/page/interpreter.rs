//! Carries out a content stream.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::matrix::Matrix;
use super::state::{Actual, Mark, State};
use super::{Drawn, Glyph, Picture, Turn};
use crate::PdfError;
use crate::budget::Work;
use crate::file::{Dict, Lexer, Object, Page, Store, Structure, Tag, Token};
use crate::font::{Font, Shown};
use crate::text_string;

/// Deepest nesting of forms, of saved states and of marks.
const DEPTH: usize = 16;
const SAVED: usize = 256;
/// Bytes of content whose reading counts as one operator more, as operands may be long.
const BYTES: usize = 16;
/// Most characters on one page.
const GLYPHS: usize = 400_000;
/// Most operands of an operator; those before the last ones are dropped.
const OPERANDS: usize = 64;

/// Draws a page.
///
/// # Errors
/// [`PdfError::TooMuch`] where a budget ends; nothing else that a page holds is an error.
pub(crate) fn draw(store: &Store<'_>, page: &Page, structure: &Structure, fonts: &mut Fonts) -> Result<Drawn, PdfError> {
    let base = Matrix::page(page.shown, page.turns);
    let [left, bottom, right, top] = page.shown;
    let (mut width, mut height) = (right - left, top - bottom);
    if page.turns % 2 == 1 {
        std::mem::swap(&mut width, &mut height);
    }
    let mut content = Vec::new();
    for stream in &page.contents {
        let bytes = store.decode(stream)?;
        store.budget.spend(Work::Operators, bytes.len() / BYTES)?;
        content.extend_from_slice(&bytes);
        content.push(b'\n');
    }
    let mut interpreter = Interpreter {
        store,
        fonts,
        drawn: Drawn { width, height, ..Drawn::default() },
        state: State::new(base),
        saved: Vec::new(),
        text: Matrix::IDENTITY,
        line: Matrix::IDENTITY,
        marks: Vec::new(),
        tags: structure.tags(store, page.key)?,
    };
    interpreter.run(&content, &page.resources, 0)?;
    Ok(interpreter.drawn)
}

/// Fonts that were read, by the number of their object.
pub(crate) type Fonts = BTreeMap<u32, Rc<Font>>;

struct Interpreter<'s, 'd> {
    store: &'s Store<'d>,
    fonts: &'s mut Fonts,
    drawn: Drawn,
    state: State,
    saved: Vec<State>,
    /// The text matrix and the text line matrix.
    text: Matrix,
    line: Matrix,
    marks: Vec<Mark>,
    /// What the document's structure says of pieces of content, by their numbers.
    tags: Vec<Option<Tag>>,
}

/// An operator's operands, the last first or in order, as numbers.
fn numbers<const N: usize>(operands: &[Object]) -> Option<[f64; N]> {
    let mut out = [0.0; N];
    let last = operands.get(operands.len().checked_sub(N)?..)?;
    for (slot, operand) in out.iter_mut().zip(last) {
        *slot = operand.number()?.clamp(-1e7, 1e7);
    }
    Some(out)
}

impl Interpreter<'_, '_> {
    fn run(&mut self, content: &[u8], resources: &Dict, depth: usize) -> Result<(), PdfError> {
        self.store.budget.spend(Work::Operators, content.len() / BYTES)?;
        let mut lexer = Lexer::content(content);
        let mut operands: Vec<Object> = Vec::new();
        let mut named: BTreeMap<Rc<[u8]>, Option<Rc<Font>>> = BTreeMap::new();
        while let Some(token) = lexer.token() {
            match token {
                Token::Object(object) => {
                    if operands.len() >= OPERANDS {
                        operands.clear();
                    }
                    operands.push(object);
                    continue;
                }
                Token::Word(b"BI") => skip_picture(&mut lexer),
                Token::Word(b"Tf") => {
                    if let [.., Object::Name(name), Object::Number(size)] = operands.as_slice() {
                        self.state.size = size.clamp(-1e5, 1e5);
                        if !named.contains_key(name) {
                            let font = self.font(resources, name)?;
                            named.insert(Rc::clone(name), font);
                        }
                        self.state.font = named.get(name).cloned().flatten();
                    }
                }
                Token::Word(b"Do") => {
                    if let Some(name) = operands.last().and_then(Object::name) {
                        self.external(resources, name, depth)?;
                    }
                }
                Token::Word(b"BDC") => self.mark(resources, &operands)?,
                Token::Word(word) => self.operator(word, &operands)?,
            }
            self.store.budget.spend(Work::Operators, 1)?;
            operands.clear();
        }
        Ok(())
    }

    fn operator(&mut self, word: &[u8], operands: &[Object]) -> Result<(), PdfError> {
        match word {
            b"q" if self.saved.len() < SAVED => self.saved.push(self.state.clone()),
            b"Q" => self.state = self.saved.pop().unwrap_or_else(|| self.state.clone()),
            b"cm" => {
                if let Some(matrix) = numbers(operands) {
                    self.state.ctm = Matrix(matrix).then(self.state.ctm);
                }
            }
            b"BT" => (self.text, self.line) = (Matrix::IDENTITY, Matrix::IDENTITY),
            b"Tm" => {
                if let Some(matrix) = numbers(operands) {
                    (self.text, self.line) = (Matrix(matrix), Matrix(matrix));
                }
            }
            b"Td" => self.next_line(numbers(operands)),
            b"TD" => {
                if let Some([_, y]) = numbers(operands) {
                    self.state.leading = -y;
                }
                self.next_line(numbers(operands));
            }
            b"T*" => self.next_line(Some([0.0, -self.state.leading])),
            b"Tc" => set(&mut self.state.char_spacing, operands),
            b"Tw" => set(&mut self.state.word_spacing, operands),
            b"TL" => set(&mut self.state.leading, operands),
            b"Ts" => set(&mut self.state.rise, operands),
            b"Tz" => {
                set(&mut self.state.stretch, operands);
                self.state.stretch /= 100.0;
            }
            b"Tj" => self.show(operands.last())?,
            b"'" => {
                self.next_line(Some([0.0, -self.state.leading]));
                self.show(operands.last())?;
            }
            b"\"" => {
                if let [.., Object::Number(word), Object::Number(char), string] = operands {
                    (self.state.word_spacing, self.state.char_spacing) = (*word, *char);
                    self.next_line(Some([0.0, -self.state.leading]));
                    self.show(Some(string))?;
                }
            }
            b"TJ" => {
                for item in operands.last().and_then(Object::array).map(|array| array.iter()).into_iter().flatten() {
                    match item {
                        Object::Number(back) => {
                            let x = -back.clamp(-1e6, 1e6) / 1000.0 * self.state.size * self.state.stretch;
                            self.text = Matrix::translation(x, 0.0).then(self.text);
                        }
                        string => self.show(Some(string))?,
                    }
                }
            }
            b"BMC" => {
                let artifact = operands.last().is_some_and(|tag| tag.is_name("Artifact"));
                self.push_mark(Mark { artifact, ..Mark::default() });
            }
            b"EMC" => {
                self.marks.pop();
            }
            _ => {}
        }
        Ok(())
    }

    fn next_line(&mut self, by: Option<[f64; 2]>) {
        if let Some([x, y]) = by {
            self.line = Matrix::translation(x, y).then(self.line);
            self.text = self.line;
        }
    }

    fn push_mark(&mut self, mark: Mark) {
        if self.marks.len() < SAVED {
            self.marks.push(mark);
        }
    }

    /// Begins marked content with properties: in place, or named among the resources.
    fn mark(&mut self, resources: &Dict, operands: &[Object]) -> Result<(), PdfError> {
        let [.., tag, properties] = operands else { return Ok(()) };
        let properties = match properties.name() {
            Some(name) => self.resource(resources, "Properties", name)?,
            None => properties.clone(),
        };
        let actual = match properties.dict() {
            Some(dict) => self.store.get(dict, "ActualText")?.string().map(|text| Actual::Waiting(text_string::decode(text))),
            None => None,
        };
        let number = properties.dict().and_then(|dict| dict.get("MCID").count());
        self.push_mark(Mark { artifact: tag.is_name("Artifact"), actual, number });
        Ok(())
    }

    fn resource(&self, resources: &Dict, kind: &str, name: &[u8]) -> Result<Object, PdfError> {
        let kinds = self.store.get(resources, kind)?;
        let found = kinds.dict().and_then(|dict| dict.0.get(name)).unwrap_or(&Object::Null);
        self.store.resolve(found)
    }

    fn font(&mut self, resources: &Dict, name: &[u8]) -> Result<Option<Rc<Font>>, PdfError> {
        let kinds = self.store.get(resources, "Font")?;
        let found = kinds.dict().and_then(|dict| dict.0.get(name)).unwrap_or(&Object::Null);
        let number = if let Object::Ref(id) = found { Some(id.number) } else { None };
        if let Some(font) = number.and_then(|number| self.fonts.get(&number)) {
            return Ok(Some(Rc::clone(font)));
        }
        let object = self.store.resolve(found)?;
        let Some(dict) = object.dict() else { return Ok(None) };
        let font = Rc::new(Font::read(self.store, dict)?);
        if let Some(number) = number {
            self.fonts.insert(number, Rc::clone(&font));
        }
        Ok(Some(font))
    }

    /// Draws an external object: a form's content, or a picture, of which only the place is kept.
    fn external(&mut self, resources: &Dict, name: &[u8], depth: usize) -> Result<(), PdfError> {
        let Object::Stream(stream) = self.resource(resources, "XObject", name)? else { return Ok(()) };
        let kind = self.store.get(&stream.dict, "Subtype")?;
        if kind.is_name("Image") {
            self.picture();
        } else if kind.is_name("Form") && depth < DEPTH {
            let own = self.store.get(&stream.dict, "Resources")?;
            let matrix = self.store.get(&stream.dict, "Matrix")?;
            let kept = (self.state.clone(), self.text, self.line, self.saved.len(), self.marks.len());
            if let Some(matrix) = matrix.array().and_then(|array| numbers(array)) {
                self.state.ctm = Matrix(matrix).then(self.state.ctm);
            }
            let content = self.store.decode(&stream)?;
            self.run(&content, own.dict().unwrap_or(resources), depth + 1)?;
            self.saved.truncate(kept.3);
            self.marks.truncate(kept.4);
            (self.state, self.text, self.line) = (kept.0, kept.1, kept.2);
        }
        Ok(())
    }

    /// A picture fills the unit square.
    fn picture(&mut self) {
        let corners = [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)].map(|(x, y)| self.state.ctm.apply(x, y));
        let fold = |pick: fn(&(f64, f64)) -> f64, join: fn(f64, f64) -> f64, from: f64| corners.iter().map(pick).fold(from, join);
        self.drawn.pictures.push(Picture([
            fold(|c| c.0, f64::min, f64::INFINITY),
            fold(|c| c.1, f64::min, f64::INFINITY),
            fold(|c| c.0, f64::max, f64::NEG_INFINITY),
            fold(|c| c.1, f64::max, f64::NEG_INFINITY),
        ]));
    }

    fn show(&mut self, string: Option<&Object>) -> Result<(), PdfError> {
        let Some(string) = string.and_then(Object::string) else { return Ok(()) };
        let Some(font) = self.state.font.clone() else { return Ok(()) };
        self.store.budget.spend(Work::Operators, string.len())?;
        if self.drawn.glyphs.len() > GLYPHS {
            return Err(PdfError::TooMuch { work: Work::Operators });
        }
        for shown in font.show(string) {
            self.glyph(&shown, &font);
        }
        Ok(())
    }

    fn glyph(&mut self, shown: &Shown, font: &Font) {
        let state = &self.state;
        let to_page = self.text.then(state.ctm);
        let width = shown.width * state.size * state.stretch;
        let (x, y) = to_page.apply(0.0, state.rise);
        let (end_x, end_y) = to_page.apply(width, state.rise);
        let spacing = state.char_spacing + if shown.space { state.word_spacing } else { 0.0 };
        let (_, scale) = to_page.scales();
        let size = state.size.abs() * scale * font.em;
        // A font of negative size and a mirrored page both turn text round; the direction the line takes is what counts.
        let turn = if width == 0.0 {
            let (ahead_x, ahead_y) = to_page.apply(state.size, state.rise);
            Turn::of(ahead_x - x, ahead_y - y)
        } else {
            Turn::of(end_x - x, end_y - y)
        };
        self.text = Matrix::translation(width + spacing * state.stretch, 0.0).then(self.text);
        let margin = size;
        let seen = (-margin..=self.drawn.width + margin).contains(&x) && (-margin..=self.drawn.height + margin).contains(&y);
        if !seen || !size.is_finite() || size < 0.5 {
            return;
        }
        let artifact = self.marks.iter().any(|mark| mark.artifact);
        let number = self.marks.iter().rev().find_map(|mark| mark.number);
        let tag = number.and_then(|number| self.tags.get(number).copied().flatten());
        let actual = self.marks.iter_mut().rev().find_map(|mark| mark.actual.as_mut());
        let text = match actual.map(|actual| std::mem::replace(actual, Actual::Shown)) {
            Some(Actual::Waiting(text)) => text,
            Some(Actual::Shown) => String::new(),
            None => shown.text.clone().unwrap_or_else(|| {
                self.drawn.unmapped += 1;
                '\u{fffd}'.to_string()
            }),
        };
        let (x0, y0) = turn.upright(x, y);
        let (x1, _) = turn.upright(end_x, end_y);
        let glyph = Glyph { text, x0: x0.min(x1), x1: x0.max(x1), y: y0, size, bold: font.bold, turn, artifact, tag };
        // A letter drawn twice, slightly apart, is one letter in false bold.
        let twice = self.drawn.glyphs.last().is_some_and(|last| {
            last.text == glyph.text
                && last.turn == turn
                && (last.x0 - glyph.x0).abs() < 0.1 * size
                && (last.y - glyph.y).abs() < 0.1 * size
                && !glyph.text.is_empty()
                && glyph.x1 - glyph.x0 > 0.15 * size
        });
        if !twice {
            self.drawn.glyphs.push(glyph);
        }
    }
}

/// Sets a number from the last operand.
fn set(to: &mut f64, operands: &[Object]) {
    if let Some([value]) = numbers(operands) {
        *to = value;
    }
}

/// Skips an inline picture (§8.9.7): to an `EI` between white space that a few bytes of text follow, since any bytes may stand in the picture.
fn skip_picture(lexer: &mut Lexer<'_>) {
    let rest = lexer.rest();
    let space = |at: usize| rest.get(at).is_none_or(u8::is_ascii_whitespace);
    let text = |from: usize| rest.get(from..).unwrap_or_default().iter().take(12).all(|b| b.is_ascii_graphic() || b.is_ascii_whitespace());
    let end =
        (1..rest.len()).find(|at| rest.get(*at..).is_some_and(|r| r.starts_with(b"EI")) && space(at - 1) && space(at + 2) && text(at + 2));
    lexer.at += end.map_or(rest.len(), |end| end + 2);
}
