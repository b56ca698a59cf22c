//! The server functions of the pages.

use super::row::{Row, function};

const EVERYBODY: [u16; 7] = [200; 7];
/// Whoever is signed in.
const SIGNED_IN: [u16; 7] = [401, 200, 200, 200, 200, 401, 401];
/// The one it belongs to; to everybody else it does not exist.
const OWNER: [u16; 7] = [401, 200, 404, 404, 404, 401, 401];
const ADMINS: [u16; 7] = [401, 403, 403, 403, 200, 401, 401];

const REGISTER: &str = "username=$new&email=$new@example.org&password=$password";
/// Organizers and admins got their role after the first version.
const PROFILE: &str = "username=$me&display_name=Somebody&bio=&visibility=everyone&version=1";
const EMAIL: &str = "email=$new@example.org&current_password=$password";
const PREFERENCES: &str = "language=de&time_zone=Europe/Berlin&currency=EUR&version=1";
const PUSH_DEVICE: &str = "endpoint=https://fcm.googleapis.com/fcm/send/$new&p256dh=BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4&auth=BTBZMqHH6r4Tts7J_aSIgg";

#[rustfmt::skip]
pub const TABLE: &[Row] = &[
    //                                                                     visitor attendee other organizer admin suspended expired
    function("accounts/who_am_i", "",                                          EVERYBODY),
    function("accounts/register", REGISTER,                                    EVERYBODY),
    function("accounts/log_in", "login=$me&password=$password",                [401, 200, 200, 200, 200, 403, 200]),
    function("accounts/log_out", "",                                           EVERYBODY),
    function("accounts/request_password_reset", "email=$me@example.org",       EVERYBODY),
    function("accounts/reset_password", "token=guessed&password=$password",    [422, 422, 422, 422, 422, 422, 422]),
    function("accounts/verify_email", "token=guessed",                         [422, 422, 422, 422, 422, 422, 422]),
    function("accounts/request_verification", "",                              SIGNED_IN),
    function("accounts/load_account", "",                                      SIGNED_IN),
    function("accounts/save_profile", PROFILE,                                 [401, 200, 200, 409, 409, 401, 401]),
    function("accounts/remove_picture", "",                                    SIGNED_IN),
    function("accounts/change_email", EMAIL,                                   SIGNED_IN),
    function("accounts/change_password", "current_password=$password&new_password=another long one", SIGNED_IN),
    function("accounts/load_preferences", "",                                  SIGNED_IN),
    function("accounts/save_preferences", PREFERENCES,                         SIGNED_IN),
    function("accounts/set_theme", "theme=dark",                               SIGNED_IN),
    function("accounts/list_sign_ins", "",                                     SIGNED_IN),
    function("accounts/end_sign_in", "session_id=$session",                    OWNER),
    function("accounts/end_other_sign_ins", "",                                SIGNED_IN),
    function("accounts/load_payment_account", "",                              SIGNED_IN).after_messages(),
    function("accounts/load_person", "user_id=$bystander",                     EVERYBODY),
    function("accounts/become_organizer", "",                                  SIGNED_IN),
    function("accounts/list_users", "",                                        ADMINS),
    function("accounts/change_role", "user_id=$bystander&role=organizer",      ADMINS),
    function("accounts/set_suspended", "user_id=$bystander&suspended=true",    ADMINS),
    function("notifications/list_notices", "",                                 SIGNED_IN),
    function("notifications/read_notice", "notice_id=$notice",                 OWNER).after_messages(),
    function("notifications/read_all_notices", "",                             SIGNED_IN),
    function("notifications/list_push_devices", "",                            SIGNED_IN),
    function("notifications/add_push_device", PUSH_DEVICE,                     SIGNED_IN),
    function("notifications/remove_push_device", "push_device_id=$push_device", OWNER),
    function("events/load_categories", "",                                     ADMINS),
    function("events/create_category", "name=$new",                            ADMINS),
    function("events/edit_category", "category_id=$category&name=$new&version=1", ADMINS),
    function("events/delete_category", "category_id=$category",                ADMINS),
    function("mailbox/load_mailbox", "",                                       EVERYBODY),
];
