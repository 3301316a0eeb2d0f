//! Elementary functions of real numbers, with the bits that CPython on glibc gives, on every machine.
//!
//! `pxfm` rounds correctly, which glibc nearly always does; where glibc composes a function of others, so does this
//! file (after sysdeps/ieee754/dbl-64), and `gamma` and `lgamma` are CPython's own (Modules/mathmodule.c, by Lanczos's
//! sum). Nothing here asks the host, whose functions differ between a browser and a native build.
//! Not always the same bits, in the last place: `cbrt` in one of two cases (newer glibc rounds it correctly, as here),
//! `erfc` in one of ten, `erf` in one of forty, the others in one of hundreds or never.

use std::f64::consts::{LN_2, PI};

pub use libm::{
    atanh, cbrt, erf, erfc, exp2, expm1, fma, frexp, hypot, ldexp, log1p, log10, remainder, sinh, sqrt,
};
pub use pxfm::{
    f_acos as acos, f_asin as asin, f_atan as atan, f_atan2 as atan2, f_cos as cos, f_exp as exp,
    f_log as log, f_log2 as log2, f_pow as pow, f_sin as sin, f_tan as tan,
};

/// The hyperbolic cosine.
pub fn cosh(x: f64) -> f64 {
    let size = x.abs();
    if size < 0.5 * LN_2 {
        let t = expm1(size);
        let w = 1.0 + t;
        return 1.0 + (t * t) / (w + w);
    }
    if size < 22.0 {
        let t = exp(size);
        return 0.5 * t + 0.5 / t;
    }
    if size < 709.78 {
        return 0.5 * exp(size);
    }
    let half = exp(0.5 * size);
    0.5 * half * half
}

/// The hyperbolic tangent.
pub fn tanh(x: f64) -> f64 {
    let size = x.abs();
    if size.is_nan() || size < 2.0f64.powi(-55) {
        return x;
    }
    let z = if size >= 22.0 {
        1.0
    } else if size >= 1.0 {
        1.0 - 2.0 / (expm1(2.0 * size) + 2.0)
    } else {
        let t = expm1(-2.0 * size);
        -t / (t + 2.0)
    };
    z.copysign(x)
}

/// The inverse of the hyperbolic sine.
pub fn asinh(x: f64) -> f64 {
    let size = x.abs();
    if !size.is_finite() || size < 2.0f64.powi(-28) {
        return x;
    }
    let w = if size > 2.0f64.powi(28) {
        log(size) + LN_2
    } else if size > 2.0 {
        log(2.0 * size + 1.0 / (sqrt(x * x + 1.0) + size))
    } else {
        let t = x * x;
        log1p(size + t / (1.0 + sqrt(1.0 + t)))
    };
    w.copysign(x)
}

/// The inverse of the hyperbolic cosine.
pub fn acosh(x: f64) -> f64 {
    if x < 1.0 {
        return f64::NAN;
    }
    if x > 2.0f64.powi(28) {
        return log(x) + LN_2;
    }
    if x > 2.0 {
        return log(2.0 * x - 1.0 / (x + sqrt(x * x - 1.0)));
    }
    let t = x - 1.0;
    log1p(t + sqrt(2.0 * t + t * t))
}

const LANCZOS_G: f64 = 6.024_680_040_776_73;
const LANCZOS_G_LESS_HALF: f64 = 5.524_680_040_776_73;
const LANCZOS_NUM: [f64; 13] = [
    23531376880.410759688572007674451636754734846804940,
    42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843,
    17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708,
    1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801,
    31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768,
    186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024,
    210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
];
const LANCZOS_DEN: [f64; 13] = [
    0.0,
    39916800.0,
    120543840.0,
    150917976.0,
    105258076.0,
    45995730.0,
    13339535.0,
    2637558.0,
    357423.0,
    32670.0,
    1925.0,
    66.0,
    1.0,
];

fn lanczos_sum(x: f64) -> f64 {
    let (mut num, mut den) = (0.0, 0.0);
    if x < 5.0 {
        for at in (0..13).rev() {
            num = num * x + LANCZOS_NUM[at];
            den = den * x + LANCZOS_DEN[at];
        }
    } else {
        for at in 0..13 {
            num = num / x + LANCZOS_NUM[at];
            den = den / x + LANCZOS_DEN[at];
        }
    }
    num / den
}

/// `sin(pi * x)`, exact where it is 0.
fn sinpi(x: f64) -> f64 {
    let y = x.abs() % 2.0;
    let r = match (2.0 * y).round() as u32 {
        0 => sin(PI * y),
        1 => cos(PI * (y - 0.5)),
        2 => sin(PI * (1.0 - y)),
        3 => -cos(PI * (y - 1.5)),
        _ => sin(PI * (y - 2.0)),
    };
    1.0f64.copysign(x) * r
}

/// The gamma function; infinite at its poles, not a number at minus infinity.
pub fn gamma(x: f64) -> f64 {
    if x == f64::NEG_INFINITY {
        return f64::NAN;
    }
    if !x.is_finite() {
        return x;
    }
    if x == 0.0 {
        return 1.0 / x;
    }
    if x == x.floor() {
        if x < 0.0 {
            return f64::INFINITY;
        }
        if x <= 23.0 {
            return (1..x as u64).map(|n| n as f64).product();
        }
    }
    let size = x.abs();
    if size < 1e-20 {
        return 1.0 / x;
    }
    if size > 200.0 {
        return if x < 0.0 { 0.0 / sinpi(x) } else { f64::INFINITY };
    }
    let y = size + LANCZOS_G_LESS_HALF;
    let z = if size > LANCZOS_G_LESS_HALF {
        (y - size) - LANCZOS_G_LESS_HALF
    } else {
        (y - LANCZOS_G_LESS_HALF) - size
    };
    let z = z * LANCZOS_G / y;
    let root = pow(y, size / 2.0 - 0.25);
    if x < 0.0 {
        let mut r = -PI / sinpi(size) / size * exp(y) / lanczos_sum(size);
        r -= z * r;
        return if size < 140.0 { r / pow(y, size - 0.5) } else { r / root / root };
    }
    let mut r = lanczos_sum(size) / exp(y);
    r += z * r;
    if size < 140.0 { r * pow(y, size - 0.5) } else { r * root * root }
}

/// The logarithm of the absolute value of the gamma function; infinite at its poles.
pub fn lgamma(x: f64) -> f64 {
    if x.is_nan() {
        return x;
    }
    if !x.is_finite() {
        return f64::INFINITY;
    }
    if x == x.floor() && x <= 2.0 {
        return if x <= 0.0 { f64::INFINITY } else { 0.0 };
    }
    let size = x.abs();
    if size < 1e-20 {
        return -log(size);
    }
    let mut r = log(lanczos_sum(size)) - LANCZOS_G;
    r += (size - 0.5) * (log(size + LANCZOS_G - 0.5) - 1.0);
    if x < 0.0 {
        const LOG_PI: f64 = 1.144_729_885_849_400_2;
        r = LOG_PI - log(sinpi(size).abs()) - log(size) - r;
    }
    r
}
