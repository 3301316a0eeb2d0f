//! Who lets the hands of a search work: one worker, or several on as many cores. The result is the same.

/// The workers.
pub struct Crew {
    #[cfg(not(target_arch = "wasm32"))]
    pool: Option<rayon::ThreadPool>,
}

impl Crew {
    /// `jobs` workers; where threads cannot be had, one.
    pub fn new(jobs: usize) -> Crew {
        #[cfg(not(target_arch = "wasm32"))]
        {
            let pool = (jobs > 1).then(|| rayon::ThreadPoolBuilder::new().num_threads(jobs).build().ok());
            Crew { pool: pool.flatten() }
        }
        #[cfg(target_arch = "wasm32")]
        {
            let _ = jobs;
            Crew {}
        }
    }

    /// How many there are.
    pub fn jobs(&self) -> usize {
        #[cfg(not(target_arch = "wasm32"))]
        {
            self.pool.as_ref().map_or(1, rayon::ThreadPool::current_num_threads)
        }
        #[cfg(target_arch = "wasm32")]
        {
            1
        }
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
            use rayon::prelude::*;
            return pool.install(|| rayon::join(|| items.par_iter_mut().map(work).collect(), other));
        }
        (items.iter_mut().map(work).collect(), other())
    }
}
