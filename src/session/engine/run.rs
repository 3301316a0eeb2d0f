//! The runs of one program: the one shown, and those that it branched off from.

use super::lanes::{Timeline, Window, strip};
use super::picture::Variables;
use crate::program::Code;
use crate::session::view::{ActorId, BranchId};
use crate::trace::{Player, decisive};
use crate::vm::thread::ThreadId;

/// Runs that are kept.
const RUNS_MAX: usize = 40;
/// Pieces of a run's strip.
const STRIP_PIECES: u64 = 60;
/// One run.
pub struct Run {
    /// Where it came from and at which position; `None` for the first.
    pub from: Option<(BranchId, u64)>,
    /// What sets it apart.
    pub label: String,
    /// The schedule that it was made to follow.
    followed: Option<String>,
    player: Player,
    /// The strip that is its face, and for which length of the tape it was made.
    strip: (u64, Vec<(ActorId, u64)>),
    /// The switch without which the failure would not have come: looked for once the run has failed.
    decisive: Option<Option<u64>>,
}

/// All runs.
pub struct Runs {
    all: Vec<Run>,
    selected: usize,
    /// The variables before the step that led to the present position.
    before: Variables,
    /// The last timeline, with what it was made of.
    timeline: Option<(Made, Timeline)>,
}

/// What a timeline was made of: which run, its length, the window, the decisive switch.
type Made = (usize, u64, Window, Option<u64>);

impl Runs {
    /// The first run.
    pub fn new(player: Player) -> Runs {
        let before = Variables::of(player.vm());
        let run = Run::new(None, "as loaded".into(), None, player);
        Runs { all: vec![run], selected: 0, before, timeline: None }
    }

    /// Adds a run that follows a schedule, and shows it; returns which was shown before, or nothing if there are too
    /// many.
    pub fn follow(&mut self, player: Player, schedule: String, label: String) -> Option<usize> {
        if self.all.len() >= RUNS_MAX {
            return None;
        }
        self.all.push(Run::new(None, label, Some(schedule), player));
        Some(std::mem::replace(&mut self.selected, self.all.len() - 1))
    }

    /// Shows the run that was made to follow this schedule, if there is one.
    pub fn select_followed(&mut self, schedule: &str) -> bool {
        let found = self.all.iter().position(|run| run.followed.as_deref() == Some(schedule));
        self.selected = found.unwrap_or(self.selected);
        found.is_some()
    }

    /// Forgets the run made last, and shows an earlier one.
    pub fn forget_last(&mut self, shown: usize) {
        if self.all.len() > 1 {
            self.all.pop();
        }
        self.selected = shown.min(self.all.len() - 1);
        self.timeline = None;
    }

    /// The run shown.
    pub fn player(&self) -> &Player {
        &self.all[self.selected].player
    }
    /// The run shown, to be moved.
    pub fn player_mut(&mut self) -> &mut Player {
        &mut self.all[self.selected].player
    }
    /// All runs, each with whether it is the one shown.
    pub fn all(&self) -> impl Iterator<Item = (BranchId, &Run, bool)> {
        self.all.iter().enumerate().map(|(at, run)| (BranchId(at as u32), run, at == self.selected))
    }
    /// The variables before the step that led here.
    pub fn before(&self) -> &Variables {
        &self.before
    }
    /// Keeps the variables as they are now, to be compared after the next step.
    pub fn remember(&mut self) {
        self.before = Variables::of(self.player().vm());
    }

    /// Starts another run here, in which `thread` goes on; false if there are too many.
    pub fn branch(&mut self, thread: ThreadId) -> bool {
        if self.all.len() >= RUNS_MAX {
            return false;
        }
        let from = Some((BranchId(self.selected as u32), self.player().position()));
        let mut player = self.player_mut().branch();
        player.prefer(thread);
        let name =
            if thread.0 == 0 { "main".to_owned() } else { player.vm().thread(thread).name.to_string() };
        let label = format!("{name} went on at {}", player.position());
        self.all.push(Run::new(from, label, None, player));
        self.selected = self.all.len() - 1;
        true
    }

    /// Shows another run; returns the position to stand at: the present one as far as both share it.
    pub fn select(&mut self, branch: BranchId) -> Option<u64> {
        let at = branch.0 as usize;
        let shared = self.all.get(at)?.player.tape().shared_with(self.player().tape());
        let position = self.player().position().min(shared);
        self.selected = at;
        Some(position)
    }

    /// The position of the last forced switch without which the run shown would not have failed, if it has failed and
    /// there is one: instead of the thread that went on there, the one that was stopped goes on, then CPython's default.
    pub fn decisive(&self) -> Option<u64> {
        self.all[self.selected].decisive.flatten()
    }

    /// The timeline of the run shown.
    pub fn timeline(&mut self, code: &Code, window: Window) -> Timeline {
        let made = (self.selected, self.player().tape().length, window, self.decisive());
        match &self.timeline {
            Some((before, timeline)) if *before == made => timeline.clone(),
            _ => {
                let timeline = Timeline::of(code, self.player(), &window, self.decisive());
                self.timeline = Some((made, timeline.clone()));
                timeline
            }
        }
    }

    /// Brings the strips of all runs up to date.
    pub fn draw_strips(&mut self) {
        for run in &mut self.all {
            let length = run.player.tape().length;
            if run.strip.0 != length {
                run.strip = (length, strip(run.player.tape(), STRIP_PIECES));
            }
        }
    }

    /// Looks for the decisive switch, once.
    pub fn find_decisive(&mut self) {
        let run = &mut self.all[self.selected];
        if run.player.tape().finish.is_some() && run.decisive.is_none() {
            run.decisive = Some(decisive(&mut run.player));
        }
    }
}

impl Run {
    fn new(from: Option<(BranchId, u64)>, label: String, followed: Option<String>, player: Player) -> Run {
        Run { from, label, followed, player, strip: Default::default(), decisive: None }
    }
    /// Who ran, and for how long.
    pub fn strip(&self) -> Vec<(ActorId, u64)> {
        self.strip.1.clone()
    }
    /// The run itself.
    pub fn player(&self) -> &Player {
        &self.player
    }
}

/// The page's name of a thread.
pub fn actor(thread: ThreadId) -> ActorId {
    ActorId(thread.0)
}

/// The thread of the page's name.
pub fn thread(actor: ActorId) -> ThreadId {
    ThreadId(actor.0)
}
