//! The mails a person got.

use domain::notifications::{KeptMail, list_mails};

use super::app::TestApp;

impl TestApp {
    /// Handles what waits, then answers the mails to this address, newest first.
    pub async fn mails_to(&self, email: &str) -> Vec<KeptMail> {
        self.handle_messages().await;
        list_mails(&self.platform, Some(email)).await.unwrap()
    }

    /// The secret of the link in the newest mail to this address.
    pub async fn newest_token(&self, email: &str) -> String {
        let mails = self.mails_to(email).await;
        token_in(mails.first().expect("a mail"))
    }
}

pub fn token_in(mail: &KeptMail) -> String {
    let (_, rest) = mail.text_body.split_once("token=").expect("a link in the mail");
    rest.chars().take_while(|c| !c.is_whitespace()).collect()
}
