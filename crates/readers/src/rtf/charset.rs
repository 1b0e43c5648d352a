//! Code pages and the character sets of fonts, by the numbers Windows gives them.

/// WHATWG label of a code page; Western where the number is unknown.
pub(super) fn of_code_page(page: i32) -> &'static str {
    match page {
        866 => "ibm866",
        874 => "windows-874",
        932 => "shift_jis",
        936 => "gbk",
        949 => "euc-kr",
        950 => "big5",
        1250 => "windows-1250",
        1251 => "windows-1251",
        1253 => "windows-1253",
        1254 => "windows-1254",
        1255 => "windows-1255",
        1256 => "windows-1256",
        1257 => "windows-1257",
        1258 => "windows-1258",
        10000 => "macintosh",
        10007 => "x-mac-cyrillic",
        20866 => "koi8-r",
        21866 => "koi8-u",
        28592 => "iso-8859-2",
        28595 => "iso-8859-5",
        28605 => "iso-8859-15",
        54936 => "gb18030",
        65001 => "utf-8",
        _ => "windows-1252",
    }
}

/// Code page of a font's character set (`\fcharset`); `None` where the document's goes on: Western, default and symbol fonts.
pub(super) fn of_font(charset: i32) -> Option<&'static str> {
    let page = match charset {
        77 => 10000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    };
    Some(of_code_page(page))
}
