//! The frame all pages share, and the pages themselves: one line each.

use leptos::prelude::*;
use leptos_meta::{Title, provide_meta_context};
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::path;

use crate::accounts::pages::me::provide_me;
use crate::accounts::pages::{
    AccountPage, ForgotPasswordPage, LoginPage, PaymentAccountPage, PersonPage, PreferencesPage, ProfilePage,
    RegisterPage, ResetPasswordPage, SignInsPage, UsersPage, VerifyEmailPage,
};
use crate::clubs::pages::{ClubEditPage, ClubFoundPage, ClubPage, ClubsPage, MembersPage, PostEditPage, PostNewPage};
use crate::components::error_page::NotFoundPage;
use crate::components::title::as_title;
use crate::components::top_bar::{Foot, TopBar};
use crate::events::pages::{
    AgendaFormPage, CategoriesPage, EventEditPage, EventNewPage, EventPage, EventsPage, FollowingPage, ManageEventPage,
    MyEventsPage, QuotaFormPage, RepeatPage, TicketFormPage,
};
use crate::home::HomePage;
use crate::islands::form_manners::FormManners;
use crate::mailbox::MailboxPage;
use crate::notifications::{BrowsersPage, NotificationsPage};
use crate::promotions::pages::{PromotionFormPage, PromotionsPage};
use crate::venues::pages::{PlanPage, VenueEditPage, VenueNewPage, VenuePage, VenuesPage};

#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    // Pages are complete as they are: only islands carry what waking them up needs.
    if let Some(shared) = Owner::current_shared_context() {
        shared.set_is_hydrating(false);
    }
    provide_me();
    view! {
        <Title formatter=title_of_tab />
        <a class="skip-link" href="#main">
            "Skip to content"
        </a>
        <div class="shell">
            <Router>
                <TopBar />
                <Pages />
                <Foot />
            </Router>
        </div>
        <FormManners />
    }
}

#[component]
fn Pages() -> impl IntoView {
    view! {
        <FlatRoutes fallback=NotFoundPage>
            <Route path=path!("/") view=HomePage />
            <Route path=path!("/register") view=RegisterPage />
            <Route path=path!("/login") view=LoginPage />
            <Route path=path!("/forgot-password") view=ForgotPasswordPage />
            <Route path=path!("/reset-password") view=ResetPasswordPage />
            <Route path=path!("/verify-email") view=VerifyEmailPage />
            <Route path=path!("/clubs") view=ClubsPage />
            <Route path=path!("/clubs/new") view=ClubFoundPage />
            <Route path=path!("/clubs/:id") view=ClubPage />
            <Route path=path!("/clubs/:id/edit") view=ClubEditPage />
            <Route path=path!("/clubs/:id/members") view=MembersPage />
            <Route path=path!("/clubs/:id/posts/new") view=PostNewPage />
            <Route path=path!("/clubs/:id/posts/:post_id/edit") view=PostEditPage />
            <Route path=path!("/events") view=EventsPage />
            <Route path=path!("/events/:id") view=EventPage />
            <Route path=path!("/organizer") view=MyEventsPage />
            <Route path=path!("/organizer/events/new") view=EventNewPage />
            <Route path=path!("/organizer/events/:id") view=ManageEventPage />
            <Route path=path!("/organizer/events/:id/edit") view=EventEditPage />
            <Route path=path!("/organizer/events/:id/repeat") view=RepeatPage />
            <Route path=path!("/organizer/events/:id/following") view=FollowingPage />
            <Route path=path!("/organizer/events/:id/tickets/new") view=TicketFormPage />
            <Route path=path!("/organizer/events/:id/tickets/:ticket_id") view=TicketFormPage />
            <Route path=path!("/organizer/events/:id/quotas/new") view=QuotaFormPage />
            <Route path=path!("/organizer/events/:id/quotas/:quota_id") view=QuotaFormPage />
            <Route path=path!("/organizer/events/:id/agenda/new") view=AgendaFormPage />
            <Route path=path!("/organizer/events/:id/agenda/:session_id") view=AgendaFormPage />
            <Route path=path!("/organizer/events/:id/promotions") view=PromotionsPage />
            <Route path=path!("/organizer/events/:id/promotions/new") view=PromotionFormPage />
            <Route path=path!("/organizer/events/:id/promotions/:promotion_id") view=PromotionFormPage />
            <Route path=path!("/venues") view=VenuesPage />
            <Route path=path!("/venues/new") view=VenueNewPage />
            <Route path=path!("/venues/:id") view=VenuePage />
            <Route path=path!("/venues/:id/plan") view=PlanPage />
            <Route path=path!("/venues/:id/edit") view=VenueEditPage />
            <Route path=path!("/people/:id") view=PersonPage />
            <Route path=path!("/notifications") view=NotificationsPage />
            <Route path=path!("/admin/users") view=UsersPage />
            <Route path=path!("/admin/categories") view=CategoriesPage />
            <Route path=path!("/admin/promotions") view=PromotionsPage />
            <Route path=path!("/admin/promotions/new") view=PromotionFormPage />
            <Route path=path!("/admin/promotions/:promotion_id") view=PromotionFormPage />
            <Route path=path!("/settings") view=ProfilePage />
            <Route path=path!("/settings/profile") view=ProfilePage />
            <Route path=path!("/settings/account") view=AccountPage />
            <Route path=path!("/settings/preferences") view=PreferencesPage />
            <Route path=path!("/settings/browsers") view=BrowsersPage />
            <Route path=path!("/settings/sign-ins") view=SignInsPage />
            <Route path=path!("/settings/payment") view=PaymentAccountPage />
            <Route path=path!("/dev/mailbox") view=MailboxPage />
            <Route path=path!("/dev/mailbox/:id") view=MailboxPage />
        </FlatRoutes>
    }
}

fn title_of_tab(title: String) -> String {
    if title.is_empty() { "Foyer".to_owned() } else { format!("{} · Foyer", as_title(&title)) }
}
