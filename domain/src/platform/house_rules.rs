/// What whoever runs the site may decide. The default is the most open one.
#[derive(Clone, Copy, Debug, Default)]
pub struct HouseRules {
    /// Whether only an admin may make somebody an organizer.
    pub organizers_need_an_admin: bool,
    /// New accounts from one address in an hour; as many as they like without.
    pub registrations_per_hour: Option<u32>,
}
