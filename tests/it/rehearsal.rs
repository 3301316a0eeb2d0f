//! A stand-in for the engine: whatever the program, it plays the recorded run of `fixture`.
//!
//! It keeps to the protocol as the real engine does, so the page can be built, drawn and tested
//! before and without it. A program with `while True` in it runs until it is stopped, and so does a search of it.

use crate::fixture;
use interloop::session::findings::Halt;
use interloop::session::port::EnginePort;
use interloop::session::protocol::{Command, DiagnosticRow, Reply, ReplyBody, Request, Serial, Severity};
use interloop::session::view::{BranchId, BranchRow, View};

/// The stand-in.
#[derive(Clone, Debug, Default)]
pub struct Rehearsal {
    position: u64,
    endless: Option<(Serial, u64)>,
    program_is_endless: bool,
    program_is_wrong: bool,
    search: Option<Serial>,
    branches: Vec<BranchRow>,
    selected: u32,
}

impl EnginePort for Rehearsal {
    fn handle(&mut self, request: Request) -> Vec<Reply> {
        let mut replies = vec![];
        if let Some((serial, _)) = self.endless.take() {
            replies.push(self.answer(serial));
        }
        let serial = request.serial;
        let ends_search = matches!(request.command, Command::Load { .. } | Command::StopExploring);
        if let Some(search) = self.search.take_if(|_| ends_search) {
            let found = Box::new(fixture::findings(Some(Halt::Stopped)));
            replies.push(Reply { serial: search, body: ReplyBody::Found(found) });
        }
        match request.command {
            Command::StopExploring => return replies,
            Command::Explore { .. } => {
                replies.push(Reply { serial, body: self.explore(serial) });
                return replies;
            }
            _ => {}
        }
        replies.push(match self.obey(request.command) {
            Obeyed::Stand => self.answer(serial),
            Obeyed::Say(body) => Reply { serial, body },
            Obeyed::Run => {
                self.endless = Some((serial, 0));
                return replies;
            }
        });
        replies
    }

    fn work(&mut self, more_time: &mut dyn FnMut() -> bool) -> Vec<Reply> {
        let Some((serial, mut steps)) = self.endless else {
            return vec![];
        };
        while more_time() {
            steps += 1000;
        }
        self.endless = Some((serial, steps));
        vec![Reply { serial, body: ReplyBody::Progress { steps } }]
    }

    fn busy(&self) -> bool {
        self.endless.is_some()
    }
}

enum Obeyed {
    Stand,
    Say(ReplyBody),
    Run,
}

impl Rehearsal {
    fn answer(&self, serial: Serial) -> Reply {
        Reply { serial, body: ReplyBody::View(Box::new(self.view())) }
    }

    fn view(&self) -> View {
        let mut view = fixture::bank(self.position);
        view.branches.extend(self.branches.iter().cloned());
        for branch in &mut view.branches {
            branch.selected = branch.id.0 == self.selected;
        }
        view
    }

    fn explore(&mut self, serial: Serial) -> ReplyBody {
        if self.program_is_wrong {
            return ReplyBody::Refused { reason: "there is no program that can be run".to_owned() };
        }
        if self.program_is_endless {
            self.search = Some(serial);
            let findings = Some(Box::new(fixture::findings(None)));
            return ReplyBody::Searching { progress: fixture::searched(1000), findings };
        }
        ReplyBody::Found(Box::new(fixture::findings(Some(Halt::Complete))))
    }

    fn obey(&mut self, command: Command) -> Obeyed {
        let next = |from: u64, stops: &[u64]| {
            stops.iter().copied().find(|stop| *stop > from).unwrap_or(fixture::LENGTH)
        };
        self.position = match command {
            Command::Load { program, position, .. } => {
                *self = Self { program_is_endless: program.contains("while True"), ..Self::default() };
                if let Some(row) = complain(&program) {
                    self.program_is_wrong = true;
                    return Obeyed::Say(ReplyBody::Diagnostics(vec![row]));
                }
                position.unwrap_or(0)
            }
            Command::RunToEnd if self.program_is_endless => return Obeyed::Run,
            Command::Step => self.position + 1,
            Command::StepBack => self.position.saturating_sub(1),
            Command::StepLine => next(self.position, &[9, 13, 18, 24, 31]),
            Command::NextSwitch => next(self.position, &[14, 18, 24, 31, 35]),
            Command::Goto { step } => step,
            Command::Advance { steps } => self.position + steps,
            Command::RunToEnd => fixture::LENGTH,
            Command::Restart => 0,
            Command::Choose { step, .. } => {
                let id = self.branches.len() as u32 + 1;
                let mut row = fixture::bank(0).branches.remove(0);
                row.id = BranchId(id);
                row.parent = Some(BranchId(self.selected));
                row.from_step = step;
                row.label = format!("another choice at {step}");
                self.branches.push(row);
                self.selected = id;
                step + 1
            }
            Command::Forget { .. } => self.position,
            Command::SelectBranch { branch } => {
                self.selected = branch.0;
                self.position
            }
            Command::Window { from, to, .. } => {
                let view = self.view();
                let (lanes, switches) = (view.lanes, view.switches);
                return Obeyed::Say(ReplyBody::Lanes { from, to, lanes, switches });
            }
            Command::Follow { label, .. } => {
                let mut row = fixture::bank(0).branches.remove(0);
                row.id = BranchId(self.branches.len() as u32 + 1);
                row.label = label;
                self.selected = row.id.0;
                self.branches.push(row);
                fixture::LENGTH
            }
            Command::Chart { .. } => return Obeyed::Say(ReplyBody::Chart(Box::default())),
            Command::Compare { .. } => return Obeyed::Say(ReplyBody::Comparison(Box::default())),
            Command::Machines => return Obeyed::Say(ReplyBody::Machines(Box::default())),
            Command::Visit { .. } | Command::Stand { .. } => self.position,
            Command::Stop | Command::Input { .. } | Command::Explore { .. } | Command::StopExploring => {
                self.position
            }
        }
        .min(fixture::LENGTH);
        Obeyed::Stand
    }
}

fn complain(program: &str) -> Option<DiagnosticRow> {
    let (place, line) = program.lines().enumerate().find(|(_, line)| line.contains("???"))?;
    let column = line.find("???").map_or(0, |at| line[..at].encode_utf16().count() as u32);
    let line = place as u32 + 1;
    Some(DiagnosticRow {
        line,
        column,
        end_line: line,
        end_column: column + 3,
        message: "SyntaxError: invalid syntax".to_owned(),
        severity: Severity::Error,
    })
}
