use leptos::prelude::*;

use super::api::{LoadMailbox, MailShown, MailboxShown};
use crate::components::data::Data;
use crate::components::guard::Loaded;
use crate::components::page::{Page, PageHead};
use crate::components::poster::{Letter, Seal};
use crate::components::time::Time;
use crate::site::{asked, named};

#[component]
pub fn MailboxPage() -> impl IntoView {
    let mailbox = Data::load(LoadMailbox { mail_id: named("id") });
    view! {
        <Page title="Mailbox">
            <Loaded data=mailbox children=|shown| view! { <Mailbox shown=shown /> } />
        </Page>
    }
}

#[component]
fn Mailbox(shown: MailboxShown) -> impl IntoView {
    let Some(open) = shown.open else { return view! { <NoMail /> }.into_any() };
    let open_id = open.id;
    view! {
        <PageHead title="Mailbox" lead="No mail leaves this install. What it would have sent is kept here." />
        <div class="mailbox">
            <nav aria-label="Mails">
                <ul class="letters" role="list">
                    {shown
                        .mails
                        .into_iter()
                        .map(|mail| {
                            view! {
                                <li>
                                    <a
                                        href=format!("/dev/mailbox/{}", mail.id)
                                        aria-current=(mail.id == open_id).then_some("true")
                                    >
                                        <strong class="truncate">{mail.subject}</strong>
                                        <Time moment=mail.at />
                                        <small class="truncate">{mail.recipient}</small>
                                    </a>
                                </li>
                            }
                        })
                        .collect::<Vec<_>>()}
                </ul>
            </nav>
            <Reader mail=open />
        </div>
    }
    .into_any()
}

#[component]
fn Reader(mail: MailShown) -> impl IntoView {
    let as_text = asked("as").as_deref() == Some("text");
    let here = format!("/dev/mailbox/{}", mail.id);
    let tab = move |words: &'static str, form: &'static str, current: bool| {
        view! {
            <li>
                <a href=format!("{here}?as={form}") aria-current=current.then_some("page")>
                    {words}
                </a>
            </li>
        }
    };
    let html_source = format!("/dev/mailbox/{}/html", mail.id);
    view! {
        <article class="reader" aria-labelledby="mail-subject">
            <h2 id="mail-subject">{mail.subject}</h2>
            <dl class="leaders">
                <div>
                    <dt>"To"</dt>
                    <dd>{mail.recipient}</dd>
                </div>
                <div>
                    <dt>"Sent"</dt>
                    <dd>
                        <Time moment=mail.at />
                    </dd>
                </div>
            </dl>
            <nav aria-label="Form of the mail">
                <ul class="tabs" role="list">
                    {tab("As it looks", "html", !as_text)} {tab("As text", "text", as_text)}
                </ul>
            </nav>
            {if as_text {
                view! { <pre class="mail-text">{mail.text_body}</pre> }.into_any()
            } else {
                view! {
                    <iframe
                        class="mail-frame"
                        sandbox="allow-top-navigation-by-user-activation"
                        title="The mail as it looks"
                        src=html_source
                    ></iframe>
                }
                    .into_any()
            }}
        </article>
    }
}

#[component]
fn NoMail() -> impl IntoView {
    view! {
        <PageHead title="Mailbox" lead="No mail leaves this install. What it would have sent is kept here." />
        <div class="state" role="status">
            <Letter seal=Seal::None />
            <h2>"No mail yet"</h2>
            <p>"Create an account, and the first one arrives."</p>
            <a class="button" href="/register">
                "Create account"
            </a>
        </div>
    }
}
