//! Every mail there is, in every language it is written in.

use domain::accounts::{Email, Language, Recipient};
use domain::ids::UserId;

use super::letter::{Button, Letter};

/// The words of one letter in one language.
struct Words {
    subject: &'static str,
    paragraphs: &'static [&'static str],
    button: Option<&'static str>,
    small_print: &'static str,
}

fn letter(to: &Recipient, url: &str, words: &Words) -> Letter {
    let greeting = match to.language {
        Language::English => format!("Hello {},", to.name),
        Language::German => format!("Hallo {},", to.name),
    };
    Letter {
        language: to.language,
        subject: words.subject.into(),
        greeting,
        paragraphs: words.paragraphs.iter().map(|paragraph| (*paragraph).into()).collect(),
        button: words.button.map(|words| Button { words: words.into(), url: url.into() }),
        small_print: words.small_print.into(),
    }
}

pub fn welcome(to: &Recipient, url: &str) -> Letter {
    let words = match to.language {
        Language::English => Words {
            subject: "Welcome: confirm your mail address",
            paragraphs: &[
                "your account is ready. Open this link to confirm that this address is yours, so that tickets and receipts reach you.",
                "The link works for two days.",
            ],
            button: Some("Confirm address"),
            small_print: "If you did not create an account, do nothing: without the link nobody can use this address.",
        },
        Language::German => Words {
            subject: "Willkommen: bitte bestätigen Sie Ihre Mailadresse",
            paragraphs: &[
                "Ihr Konto ist bereit. Öffnen Sie diesen Link, um zu bestätigen, dass diese Adresse Ihre ist, damit Karten und Belege bei Ihnen ankommen.",
                "Der Link gilt zwei Tage.",
            ],
            button: Some("Adresse bestätigen"),
            small_print: "Wenn Sie kein Konto angelegt haben, tun Sie nichts: Ohne den Link kann niemand diese Adresse verwenden.",
        },
    };
    letter(to, url, &words)
}

pub fn confirm_address(to: &Recipient, url: &str) -> Letter {
    let words = match to.language {
        Language::English => Words {
            subject: "Confirm your mail address",
            paragraphs: &["open this link to confirm that this address is yours. It works for two days."],
            button: Some("Confirm address"),
            small_print: "If you did not ask for this, do nothing: without the link nothing changes.",
        },
        Language::German => Words {
            subject: "Bestätigen Sie Ihre Mailadresse",
            paragraphs: &["öffnen Sie diesen Link, um zu bestätigen, dass diese Adresse Ihre ist. Er gilt zwei Tage."],
            button: Some("Adresse bestätigen"),
            small_print: "Wenn Sie nicht darum gebeten haben, tun Sie nichts: Ohne den Link ändert sich nichts.",
        },
    };
    letter(to, url, &words)
}

pub fn address_is_changing(to: &Recipient, url: &str) -> Letter {
    let words = match to.language {
        Language::English => Words {
            subject: "Your mail address is about to change",
            paragraphs: &[
                "somebody who knows your password asked to move your account to another mail address. It moves when the link we sent there is followed.",
            ],
            button: Some("Look at your account"),
            small_print: "If this was not you, sign in and change your password now: that ends every other sign-in.",
        },
        Language::German => Words {
            subject: "Ihre Mailadresse soll geändert werden",
            paragraphs: &[
                "jemand, der Ihr Passwort kennt, möchte Ihr Konto auf eine andere Mailadresse umstellen. Das geschieht, sobald der dorthin gesandte Link geöffnet wird.",
            ],
            button: Some("Konto ansehen"),
            small_print: "Wenn Sie das nicht waren, melden Sie sich an und ändern Sie jetzt Ihr Passwort: Das beendet alle anderen Anmeldungen.",
        },
    };
    letter(to, &format!("{url}/settings/account"), &words)
}

pub fn reset_password(to: &Recipient, url: &str) -> Letter {
    let words = match to.language {
        Language::English => Words {
            subject: "Set a new password",
            paragraphs: &["open this link to set a new password. It works once, and for one hour."],
            button: Some("Set a new password"),
            small_print: "If you did not ask for this, do nothing: your password stays as it is.",
        },
        Language::German => Words {
            subject: "Setzen Sie ein neues Passwort",
            paragraphs: &[
                "öffnen Sie diesen Link, um ein neues Passwort zu setzen. Er gilt einmal und eine Stunde lang.",
            ],
            button: Some("Neues Passwort setzen"),
            small_print: "Wenn Sie nicht darum gebeten haben, tun Sie nichts: Ihr Passwort bleibt, wie es ist.",
        },
    };
    letter(to, url, &words)
}

pub fn password_changed(to: &Recipient, url: &str) -> Letter {
    let words = match to.language {
        Language::English => Words {
            subject: "Your password was changed",
            paragraphs: &["your password was changed just now, and every other sign-in has ended."],
            button: Some("Look at your sign-ins"),
            small_print: "If this was not you, reset the password now with “Forgot it?” on the sign-in page.",
        },
        Language::German => Words {
            subject: "Ihr Passwort wurde geändert",
            paragraphs: &["Ihr Passwort wurde soeben geändert, und alle anderen Anmeldungen sind beendet."],
            button: Some("Anmeldungen ansehen"),
            small_print: "Wenn Sie das nicht waren, setzen Sie jetzt auf der Anmeldeseite ein neues Passwort.",
        },
    };
    letter(to, &format!("{url}/settings/sign-ins"), &words)
}

pub fn sign_in_stolen(to: &Recipient, url: &str) -> Letter {
    let words = match to.language {
        Language::English => Words {
            subject: "We ended one of your sign-ins",
            paragraphs: &[
                "the key of one of your sign-ins was used twice. That happens when somebody copied it, so we ended that sign-in.",
                "Sign in again where you need it, and look at the list of your sign-ins for any you do not know.",
            ],
            button: Some("Look at your sign-ins"),
            small_print: "If you find one you do not know, change your password.",
        },
        Language::German => Words {
            subject: "Wir haben eine Ihrer Anmeldungen beendet",
            paragraphs: &[
                "der Schlüssel einer Ihrer Anmeldungen wurde zweimal verwendet. Das geschieht, wenn ihn jemand kopiert hat; darum haben wir sie beendet.",
                "Melden Sie sich bei Bedarf neu an und sehen Sie nach, ob Sie alle Anmeldungen kennen.",
            ],
            button: Some("Anmeldungen ansehen"),
            small_print: "Wenn Sie eine nicht kennen, ändern Sie Ihr Passwort.",
        },
    };
    letter(to, &format!("{url}/settings/sign-ins"), &words)
}

/// Every letter in every language, for the snapshot of all that is ever mailed.
pub fn one_of_each_letter() -> Vec<(&'static str, Letter)> {
    let mut all = Vec::new();
    for language in Language::ALL {
        let Ok(email) = Email::parse("ada@example.org") else { continue };
        let to = Recipient {
            user_id: UserId(uuid::Uuid::nil()),
            name: "Ada <Lovelace>".into(),
            email,
            email_verified: true,
            language,
            time_zone: "Europe/Berlin".into(),
            suspended: false,
        };
        let link = "https://tickets.example.org/verify-email?token=abc";
        let site = "https://tickets.example.org";
        all.push(("welcome", welcome(&to, link)));
        all.push(("confirm_address", confirm_address(&to, link)));
        all.push(("address_is_changing", address_is_changing(&to, site)));
        all.push(("reset_password", reset_password(&to, link)));
        all.push(("password_changed", password_changed(&to, site)));
        all.push(("sign_in_stolen", sign_in_stolen(&to, site)));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::one_of_each_letter;

    #[test]
    fn every_mail_reads_as_it_was_last_approved() {
        for (name, letter) in one_of_each_letter() {
            let rendered = letter.render("Foyer", "https://tickets.example.org").unwrap();
            let name = format!("{name}_{}", letter.language.code());
            insta::assert_snapshot!(
                format!("{name}_text"),
                format!("Subject: {}\n\n{}", rendered.subject, rendered.text)
            );
            insta::assert_snapshot!(format!("{name}_html"), rendered.html);
            assert!(!rendered.html.contains("<Lovelace>"), "names are text, never markup");
        }
    }
}
