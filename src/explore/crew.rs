//! Who lets the hands of a search work: one worker, or several on as many cores. The result is the same.
//!
//! Natively each crew has threads of its own. In the browser there is one pool for the engine, whose threads share its
//! memory; `browser::pool` starts it, in the build that has such a memory. The plain build works alone.

/// The workers.
pub struct Crew {
    jobs: usize,
    #[cfg(not(target_arch = "wasm32"))]
    pool: Option<rayon::ThreadPool>,
}

impl Crew {
    /// `jobs` workers; where threads cannot be had, one. In the browser that many must be in the pool.
    pub fn new(jobs: usize) -> Crew {
        #[cfg(not(target_arch = "wasm32"))]
        {
            let pool = (jobs > 1).then(|| rayon::ThreadPoolBuilder::new().num_threads(jobs).build().ok());
            let pool = pool.flatten();
            Crew { jobs: pool.as_ref().map_or(1, rayon::ThreadPool::current_num_threads), pool }
        }
        #[cfg(target_arch = "wasm32")]
        {
            let threads = cfg!(target_feature = "atomics");
            Crew { jobs: if threads { jobs.max(1) } else { 1 } }
        }
    }

    /// How many there are.
    pub fn jobs(&self) -> usize {
        self.jobs
    }

    /// Calls `work` for each item and returns the results in the items' order; calls `other` meanwhile.
    pub(super) fn each_and<T: Send, R: Send, O: Send>(
        &self,
        items: &mut [T],
        work: impl Fn(&mut T) -> R + Sync + Send,
        other: impl FnOnce() -> O + Send,
    ) -> (Vec<R>, O) {
        #[cfg(not(target_arch = "wasm32"))]
        if let Some(pool) = &self.pool {
            return pool.install(|| shared(items, work, other));
        }
        #[cfg(all(target_arch = "wasm32", target_feature = "atomics"))]
        if self.jobs > 1 {
            return shared(items, work, other);
        }
        (items.iter_mut().map(work).collect(), other())
    }
}

/// The same by all threads of the present pool.
#[cfg(any(not(target_arch = "wasm32"), target_feature = "atomics"))]
fn shared<T: Send, R: Send, O: Send>(
    items: &mut [T],
    work: impl Fn(&mut T) -> R + Sync + Send,
    other: impl FnOnce() -> O + Send,
) -> (Vec<R>, O) {
    use rayon::prelude::*;
    rayon::join(|| items.par_iter_mut().map(work).collect(), other)
}
