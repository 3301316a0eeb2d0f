//! Links: what comes back, and every way in which a link can be damaged.

use interloop::session::link::{self, Fragment, Link, LinkError};
use interloop::session::protocol::Python;

/// A link with something in every field.
pub fn some_link() -> Link {
    Link {
        program: "print('Grüße, 🐍')\n".to_owned(),
        file: "hi.py".to_owned(),
        python: Python::V3_14t,
        schedule: Some("0*3 1*2".to_owned()),
        position: 5,
        lesson: None,
    }
}

#[test]
fn a_link_comes_back_as_it_was() {
    let fragment = link::encode(&some_link()).unwrap();
    assert!(fragment.starts_with("v=1&z="));
    assert_eq!(link::decode(&fragment), Ok(Fragment::Link(Box::new(some_link()))));
}

#[test]
fn a_link_is_read_whatever_else_stands_in_it() {
    let fragment = format!("theme=dark&{}&later=1", link::encode(&some_link()).unwrap());
    assert_eq!(link::decode(&fragment), Ok(Fragment::Link(Box::new(some_link()))));
}

#[test]
fn every_kind_of_damage_is_named() {
    let good = link::encode(&some_link()).unwrap();
    let check = |fragment: &str, expected: &LinkError| {
        assert_eq!(link::decode(fragment).as_ref(), Err(expected), "{fragment}");
    };
    check("nonsense", &LinkError::NoProgram);
    check("v=1&z=", &LinkError::NoProgram);
    check(&good.replace("v=1", "v=7"), &LinkError::Version("7".to_owned()));
    check("v=1&z=?!", &LinkError::NotBase64);
    check(&good[..6 + 40], &LinkError::Damaged);
    check(&format!("v=1&z={}", "A".repeat(40_000)), &LinkError::TooLong(40_000));
}

#[test]
fn no_changed_character_opens_as_another_program() {
    let good = link::encode(&some_link()).unwrap();
    let end = good.find("&c=").unwrap();
    for at in 6..end {
        let mut changed = good.clone().into_bytes();
        changed[at] = if changed[at] == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8(changed).unwrap();
        assert_eq!(link::decode(&changed), Err(LinkError::Damaged), "at {at}");
    }
}

#[test]
fn no_link_that_was_cut_off_opens() {
    let good = link::encode(&some_link()).unwrap();
    let end = good.find("&c=").unwrap();
    for at in 1..end {
        assert!(link::decode(&good[..at]).is_err(), "at {at}");
    }
}

#[test]
fn a_link_that_unpacks_without_end_is_refused() {
    let bomb = Link { program: "#".repeat(300 * 1024), ..Link::default() };
    assert_eq!(link::encode(&bomb), Err(LinkError::TooBig));
    let json = serde_json::to_vec(&bomb).unwrap();
    let packed = miniz_oxide::deflate::compress_to_vec(&json, 9);
    use base64::Engine as _;
    let text = base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(packed);
    assert_eq!(link::decode(&format!("v=1&z={text}")), Err(LinkError::TooBig));
}

#[test]
fn a_frame_cannot_break_out_of_its_attributes() {
    let html = link::frame("https://a.example/", "v=1&z=x", "\"><script>");
    assert!(html.contains("title=\"&quot;>&lt;script>\""), "{html}");
    assert!(html.contains("src=\"https://a.example/?embed#v=1&amp;z=x\""), "{html}");
}
