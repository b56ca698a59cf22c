use leptos::prelude::*;

use super::api::LoadPaymentAccount;
use super::api_views::LedgerEntryShown;
use super::settings_frame::SettingsFrame;
use crate::components::data::Data;
use crate::components::guard::Loaded;
use crate::components::page::PageHead;
use crate::components::time::Time;

#[component]
pub fn PaymentAccountPage() -> impl IntoView {
    let account = Data::load(|| LoadPaymentAccount {});
    view! {
        <SettingsFrame title="Payment account">
            <PageHead title="Payment account" lead="Credits and refunds are kept here." />
            <Loaded data=account children=|account| {
                view! {
                    <p class="balance">
                        <span class="soft">"Balance"</span>
                        <strong class="amount">{account.balance}</strong>
                    </p>
                    <section aria-labelledby="s-entries">
                        <h2 id="s-entries">"Movements"</h2>
                        <Entries entries=account.entries />
                    </section>
                }
            } />
        </SettingsFrame>
    }
}

#[component]
fn Entries(entries: Vec<LedgerEntryShown>) -> impl IntoView {
    if entries.is_empty() {
        return view! {
            <div class="state">
                <p>"Nothing has moved yet. A refund or a credit will be the first."</p>
            </div>
        }
        .into_any();
    }
    view! {
        <table class="table">
            <caption class="visually-hidden">"Movements, newest first"</caption>
            <thead>
                <tr>
                    <th scope="col">"When"</th>
                    <th scope="col">"What for"</th>
                    <th scope="col" class="number">
                        "Amount"
                    </th>
                </tr>
            </thead>
            <tbody>
                {entries
                    .into_iter()
                    .map(|entry| {
                        view! {
                            <tr>
                                <td>
                                    <Time moment=entry.at />
                                </td>
                                <td>{entry.reason}</td>
                                <td class="number">{entry.amount}</td>
                            </tr>
                        }
                    })
                    .collect::<Vec<_>>()}
            </tbody>
        </table>
    }
    .into_any()
}
