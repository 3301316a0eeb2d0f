//! A recorded run as numbered sentences in plain words.

use super::Recording;
use super::sentence::{Sentence, sentences};

/// Width of the text; what is longer goes on in the next line.
const WIDTH: usize = 100;

/// The run's story.
pub fn story(recording: &Recording) -> String {
    let all = sentences(recording);
    let digits = all.len().to_string().len();
    all.iter().map(|sentence| told(sentence, digits)).collect()
}

/// One sentence with its number in front and the place at its end, wrapped.
fn told(sentence: &Sentence, digits: usize) -> String {
    // A sentence about a switch names its line itself.
    let place = sentence.line.filter(|_| !sentence.text.contains(" in line "));
    let place = place.map(|line| format!("(line {line})"));
    let mut out = format!("{:>digits$}.", sentence.number);
    let mut width = out.len();
    for word in sentence.text.split(' ').chain(place.as_deref()) {
        let long = word.chars().count();
        if width + 1 + long > WIDTH {
            out.push_str(&format!("\n{:indent$}", "", indent = digits + 1));
            width = digits + 1;
        }
        out.push(' ');
        out.push_str(word);
        width += 1 + long;
    }
    out.push('\n');
    out
}
