//! Who expands the states of a batch: one worker, or several on as many cores. The result is the same.

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

    /// Calls `work` for each item and returns the results in the items' order.
    pub(super) fn each<T: Send, R: Send>(
        &self,
        items: &mut [T],
        work: impl Fn(&mut T) -> R + Sync + Send,
    ) -> Vec<R> {
        #[cfg(not(target_arch = "wasm32"))]
        if let Some(pool) = &self.pool {
            use rayon::prelude::*;
            return pool.install(|| items.par_iter_mut().with_min_len(8).map(work).collect());
        }
        items.iter_mut().map(work).collect()
    }
}
