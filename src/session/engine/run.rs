//! The runs of one program: the one shown, and those that it branched off from.

use super::lanes::{Timeline, Window, strip};
use super::picture::Variables;
use crate::program::Code;
use crate::session::tree::RUNS_MAX;
use crate::session::view::{ActorId, BranchId};
use crate::trace::{Player, decisive};
use crate::vm::thread::ThreadId;

/// Pieces of a run's strip.
const STRIP_PIECES: u64 = 60;
/// One run.
pub struct Run {
    /// Its number, which no other run gets.
    id: BranchId,
    /// What sets it apart.
    pub label: String,
    /// The schedule that it was made to follow.
    followed: Option<String>,
    /// It was made to look at a state: its length then. If nobody has gone on from there, the next such run replaces it.
    passing: Option<u64>,
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
    /// How many there have been.
    made: u32,
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
        let mut runs = Runs { all: vec![], selected: 0, made: 0, before, timeline: None };
        runs.add("as loaded".into(), None, player);
        runs
    }

    /// Adds a run and shows it; returns which was shown before.
    fn add(&mut self, label: String, followed: Option<String>, player: Player) -> usize {
        let id = BranchId(self.made);
        self.made += 1;
        self.all.push(Run {
            id,
            label,
            followed,
            passing: None,
            player,
            strip: Default::default(),
            decisive: None,
        });
        std::mem::replace(&mut self.selected, self.all.len() - 1)
    }

    /// Adds a run that follows a schedule, and shows it; returns which was shown before, or nothing if there are too
    /// many.
    pub fn follow(&mut self, player: Player, schedule: String, label: String) -> Option<usize> {
        if self.all.len() >= RUNS_MAX {
            return None;
        }
        Some(self.add(label, Some(schedule), player))
    }

    /// The run shown was made to look at a state, and has come there. If the one that was shown before it was made for
    /// that, too, and has not gone on since, it is forgotten.
    pub fn pass(&mut self, before: usize) {
        let length = self.player().tape().length;
        self.all[self.selected].passing = Some(length);
        let replaced = self.all.get(before).is_some_and(|run| run.passing == Some(run.player.tape().length));
        if replaced && before != self.selected {
            self.remove(before);
        }
    }

    /// Forgets a run; false if there is none such, or no other. If it was shown, that from which it parts is shown.
    pub fn forget(&mut self, branch: BranchId) -> bool {
        let Some(at) = self.place(branch).filter(|_| self.all.len() > 1) else { return false };
        if at == self.selected {
            let parent = self.forks()[at].map_or(1, |(parent, _)| parent);
            let position = self.select(self.all[parent].id);
            self.player_mut().rewind(position.unwrap_or(0));
        }
        self.remove(at);
        true
    }

    fn remove(&mut self, at: usize) {
        self.all.remove(at);
        self.selected -= usize::from(self.selected > at);
        self.timeline = None;
    }

    fn place(&self, branch: BranchId) -> Option<usize> {
        self.all.iter().position(|run| run.id == branch)
    }

    /// From which earlier run each parts, and at which position: that with which it has most in common. By place.
    pub fn forks(&self) -> Vec<Option<(usize, u64)>> {
        let fork = |at: usize| {
            let tape = self.all[at].player.tape();
            let shared = self.all[..at].iter().map(|other| tape.shared_with(other.player.tape()));
            // Of those that are equal, the earliest.
            shared.enumerate().rev().max_by_key(|(_, shared)| *shared)
        };
        (0..self.all.len()).map(fork).collect()
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
    /// All runs, each with whether it is the one shown, and from which run it parts where.
    pub fn all(&self) -> impl Iterator<Item = (&Run, bool, Option<(BranchId, u64)>)> {
        let forks = self.forks().into_iter().map(|fork| fork.map(|(at, step)| (self.all[at].id, step)));
        self.all.iter().enumerate().zip(forks).map(|((at, run), fork)| (run, at == self.selected, fork))
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
        let mut player = self.player_mut().branch();
        player.prefer(thread);
        let name =
            if thread.0 == 0 { "main".to_owned() } else { player.vm().thread(thread).name.to_string() };
        let label = format!("{name} went on at {}", player.position());
        self.add(label, None, player);
        true
    }

    /// Shows another run; returns the position to stand at: the present one as far as both share it.
    pub fn select(&mut self, branch: BranchId) -> Option<u64> {
        let at = self.place(branch)?;
        let shared = self.all[at].player.tape().shared_with(self.player().tape());
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
    /// Its number.
    pub fn id(&self) -> BranchId {
        self.id
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
