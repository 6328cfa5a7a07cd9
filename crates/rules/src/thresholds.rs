//! Numbers that a profile may set; rules compare with them.

/// What rules compare numbers with, unless a profile says otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thresholds {
    /// Most processes that one pod may have; absent when any limit will do.
    pub pod_pids_limit: Option<i64>,
    /// Fewest days for which audit logs are kept.
    pub audit_log_max_age: i64,
    /// Fewest rotated audit logs that are kept.
    pub audit_log_max_backup: i64,
    /// Fewest megabytes at which an audit log is rotated.
    pub audit_log_max_size: i64,
}

impl Default for Thresholds {
    /// The numbers of the CIS benchmark.
    fn default() -> Self {
        Self { pod_pids_limit: None, audit_log_max_age: 30, audit_log_max_backup: 10, audit_log_max_size: 100 }
    }
}
