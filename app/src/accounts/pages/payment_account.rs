use leptos::prelude::*;

use super::settings_frame::SettingsFrame;
use crate::accounts::api::LoadPaymentAccount;
use crate::accounts::api_views::LedgerEntryShown;
use crate::components::data::Data;
use crate::components::guard::Loaded;
use crate::components::money::Amount;
use crate::components::page::PageHead;
use crate::components::table::{Column, Table};
use crate::components::time::Time;

#[component]
pub fn PaymentAccountPage() -> impl IntoView {
    let account = Data::load(LoadPaymentAccount {});
    view! {
        <SettingsFrame title="Payment account">
            <PageHead title="Payment account" lead="Credits and refunds are kept here." />
            <Loaded data=account children=|account| {
                view! {
                    <p class="balance">
                        <span class="soft">"Balance"</span>
                        <strong>
                            <Amount money=account.balance />
                        </strong>
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
        <Table
            caption="Movements, newest first"
            columns=vec![Column::of("When"), Column::of("What for"), Column::figures("Amount")]
        >
            {entries
                .into_iter()
                .map(|entry| {
                    view! {
                        <tr role="row">
                            <td role="cell">
                                <Time moment=entry.at />
                            </td>
                            <td role="cell">{entry.reason}</td>
                            <td role="cell" class="number">
                                <Amount money=entry.amount />
                            </td>
                        </tr>
                    }
                })
                .collect::<Vec<_>>()}
        </Table>
    }
    .into_any()
}
