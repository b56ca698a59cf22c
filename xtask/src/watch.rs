//! Notices changes among the sources and tells what they call for.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::fault::{Explain, Outcome};
use crate::site::modules;

/// Beside the modules of the site.
const FOLDERS: &[&str] = &["app", "domain", "server", "style", "public", "migrations"];

/// How long to listen before looking at something else.
const MOMENT: Duration = Duration::from_millis(100);
/// Editors write several files at once; when this long nothing came, they are done.
const QUIET: Duration = Duration::from_millis(150);

/// What has to be made again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Work {
    pub front_end: bool,
    pub site: bool,
    pub server: bool,
}

impl Work {
    pub fn everything() -> Self {
        Self { front_end: true, site: true, server: true }
    }

    fn for_change(relative: &Path) -> Self {
        let name = relative.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
        if name.starts_with('.') || name.ends_with('~') || name.ends_with(".snap.new") {
            return Self::default();
        }
        match relative.iter().next().and_then(|folder| folder.to_str()) {
            Some("app" | "domain") => Self::everything(),
            Some(folder) if modules::all().any(|module| module.package == folder) => {
                Self { front_end: true, site: true, server: false }
            }
            Some("style" | "public") => Self { front_end: false, site: true, server: false },
            Some("server" | "migrations") => Self { front_end: false, site: false, server: true },
            _ => Self::default(),
        }
    }

    fn and(self, other: Self) -> Self {
        Self {
            front_end: self.front_end || other.front_end,
            site: self.site || other.site,
            server: self.server || other.server,
        }
    }
}

pub struct Watch {
    root: PathBuf,
    changes: Receiver<PathBuf>,
    // Stops watching when dropped.
    _watcher: RecommendedWatcher,
}

impl Watch {
    pub fn over(root: &Path) -> Outcome<Self> {
        let (sender, changes) = channel();
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            let Ok(event) = event else { return };
            if matches!(event.kind, EventKind::Create(_) | EventKind::Modify(_) | EventKind::Remove(_)) {
                for path in event.paths {
                    // Nobody listens any more only when we are ending.
                    let _ = sender.send(path);
                }
            }
        })
        .explain(|| "cannot watch the sources".into())?;
        for folder in FOLDERS.iter().copied().chain(modules::all().map(|module| module.package)) {
            let folder = root.join(folder);
            watcher
                .watch(&folder, RecursiveMode::Recursive)
                .explain(|| format!("cannot watch {}", folder.display()))?;
        }
        Ok(Self { root: root.to_path_buf(), changes, _watcher: watcher })
    }

    /// What the changes of the last moment call for, if there were any.
    pub fn wait_a_moment(&self) -> Option<Work> {
        let mut work = self.work_for(&self.changes.recv_timeout(MOMENT).ok()?);
        while let Ok(path) = self.changes.recv_timeout(QUIET) {
            work = work.and(self.work_for(&path));
        }
        (work != Work::default()).then_some(work)
    }

    fn work_for(&self, path: &Path) -> Work {
        path.strip_prefix(&self.root).map(Work::for_change).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn work(path: &str) -> Work {
        Work::for_change(Path::new(path))
    }

    #[test]
    fn styles_and_pictures_need_no_compiler() {
        assert_eq!(work("style/tokens.css"), Work { front_end: false, site: true, server: false });
        assert_eq!(work("public/icons.svg"), work("style/tokens.css"));
    }

    #[test]
    fn code_shared_by_both_halves_needs_both() {
        assert_eq!(work("app/src/lib.rs"), Work::everything());
        assert_eq!(work("domain/src/money.rs"), Work::everything());
    }

    #[test]
    fn the_server_knows_a_module_only_by_its_files() {
        let modules = Work { front_end: true, site: true, server: false };
        assert_eq!((work("frontend/src/lib.rs"), work("editor/src/lib.rs")), (modules, modules));
    }

    #[test]
    fn the_server_alone_leaves_the_site_as_it_is() {
        assert_eq!(work("migrations/0001_journal.sql"), Work { front_end: false, site: false, server: true });
    }

    #[test]
    fn what_editors_leave_lying_about_is_ignored() {
        for path in ["app/src/.lib.rs.swp", "app/src/lib.rs~", "README.md"] {
            assert_eq!(work(path), Work::default(), "{path}");
        }
    }
}
