//! MT19937, the generator under `random.Random` (Matsumoto and Nishimura 1998; Modules/_randommodule.c).

/// The generator's 624 words and its place in them.
#[derive(Clone, Debug)]
pub struct Twister {
    words: [u32; 624],
    at: usize,
}

impl Twister {
    /// Seeds with one word (`init_genrand`).
    pub fn from_word(seed: u32) -> Twister {
        let mut words = [0u32; 624];
        words[0] = seed;
        for i in 1..624 {
            let before = words[i - 1];
            words[i] = 1_812_433_253u32.wrapping_mul(before ^ (before >> 30)).wrapping_add(i as u32);
        }
        Twister { words, at: 624 }
    }
    /// Seeds with several words (`init_by_array`).
    pub fn from_key(key: &[u32]) -> Twister {
        let mut twister = Twister::from_word(19_650_218);
        let words = &mut twister.words;
        let (mut i, mut j) = (1usize, 0usize);
        for _ in 0..key.len().max(624) {
            let before = words[i - 1];
            words[i] = (words[i] ^ (before ^ (before >> 30)).wrapping_mul(1_664_525))
                .wrapping_add(key[j])
                .wrapping_add(j as u32);
            i += 1;
            j += 1;
            if i >= 624 {
                words[0] = words[623];
                i = 1;
            }
            if j >= key.len() {
                j = 0;
            }
        }
        for _ in 0..623 {
            let before = words[i - 1];
            words[i] =
                (words[i] ^ (before ^ (before >> 30)).wrapping_mul(1_566_083_941)).wrapping_sub(i as u32);
            i += 1;
            if i >= 624 {
                words[0] = words[623];
                i = 1;
            }
        }
        words[0] = 0x8000_0000;
        twister
    }
    /// Rebuilds a generator from `getstate()`: 624 words and the place.
    pub fn from_words(words: [u32; 624], at: usize) -> Twister {
        Twister { words, at }
    }
    /// The next 32 bits.
    pub fn next_u32(&mut self) -> u32 {
        if self.at >= 624 {
            for k in 0..624 {
                let y = (self.words[k] & 0x8000_0000) | (self.words[(k + 1) % 624] & 0x7fff_ffff);
                let mag = if y & 1 == 1 { 0x9908_b0df } else { 0 };
                self.words[k] = self.words[(k + 397) % 624] ^ (y >> 1) ^ mag;
            }
            self.at = 0;
        }
        let mut y = self.words[self.at];
        self.at += 1;
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c_5680;
        y ^= (y << 15) & 0xefc6_0000;
        y ^ (y >> 18)
    }
    /// A float in [0, 1) of 53 bits (`random.random`).
    pub fn next_f64(&mut self) -> f64 {
        let a = self.next_u32() >> 5;
        let b = self.next_u32() >> 6;
        (f64::from(a) * 67_108_864.0 + f64::from(b)) * (1.0 / 9_007_199_254_740_992.0)
    }
    /// The words and the place, as `getstate()` lists them.
    pub fn words(&self) -> impl Iterator<Item = u32> + '_ {
        self.words.iter().copied().chain(std::iter::once(self.at as u32))
    }
}
