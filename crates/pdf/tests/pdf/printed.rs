//! A page of ours as Chromium prints it, with its own heads and feet.

use crossread_engine::Role;

use crate::support::*;

#[test]
fn chromium() {
    let document = read(include_bytes!("../fixtures/chromium.pdf").to_vec()).unwrap();
    assert_eq!(document.title.as_deref(), Some("Harbour bridge to close for six weeks from Monday, council decides"));
    assert_eq!(document.language.as_deref(), Some("en"));
    assert_eq!(document.published, None, "the date is that of the printing");
    assert!(document.warnings.is_empty());
    let of =
        |role: Role| document.pieces.iter().filter(move |piece| piece.role == role).map(|piece| piece.text.as_str()).collect::<Vec<_>>();
    assert_eq!(of(Role::Heading), ["What the engineers found", "What it costs"]);
    assert_eq!(of(Role::Caption), ["The bridge as it was seen from the tower on Sunday. Picture: L. Okafor"]);
    assert_eq!(of(Role::Boilerplate).len(), 12);
    // Bullets are drawn, not written: that these are items is in the file's structure.
    assert_eq!(of(Role::ListItem).len(), 3);
    assert_eq!(of(Role::Quotation), ["The offices of the harbour will stay open."]);
    assert!(of(Role::Paragraph).contains(
        &"“We looked at every other way,” said Marta Lind, who leads the office for roads. “There is none that keeps the bridge standing through another winter.” Traders in the lower town fear for their sales in the weeks before Christmas."
    ));
}
