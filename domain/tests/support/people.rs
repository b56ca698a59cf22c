//! Somebody with an account, without the ceremony.

use domain::accounts::{Caller, FirstAdmin, Role, ensure_account};
use domain::ids::SessionId;
use domain::platform::Platform;
use uuid::Uuid;

pub async fn somebody(platform: &Platform, name: &str, role: Role) -> Caller {
    let wanted =
        FirstAdmin { username: name.into(), email: format!("{name}@example.org"), password: "correct horse".into() };
    let user_id = ensure_account(platform, &wanted, role).await.unwrap().unwrap();
    Caller { user_id, session_id: SessionId(Uuid::nil()), role }
}
