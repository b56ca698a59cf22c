//! The road of a message through a real RabbitMQ and a real SMTP exchange, with the worker as a process of its own.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a step that fails, fails its test")]

mod rig;
mod smtp_sink;

mod broker {
    use domain::accounts::{Registration, Visit, identify_caller, register_user};
    use domain::journal;
    use domain::payments::see_payment_account;
    use futures::StreamExt as _;
    use lapin::options::{BasicAckOptions, BasicConsumeOptions, BasicPublishOptions};
    use lapin::types::FieldTable;
    use lapin::{BasicProperties, Channel};
    use server::messaging::topology;

    use crate::rig::{Rig, eventually};

    fn registration(name: &str) -> Registration {
        Registration {
            username: name.into(),
            email: format!("{name}@example.org"),
            password: "correct horse".into(),
            ..Default::default()
        }
    }

    async fn register(rig: &Rig, name: &str) -> domain::accounts::SignedIn {
        register_user(&rig.platform, &Visit::default(), registration(name)).await.unwrap()
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn a_registration_travels_to_a_mail_and_a_payment_account_through_whatever_breaks_on_the_way() {
        let mut rig = Rig::start().await;
        everything_arrives_once(&rig).await;
        anybody_may_listen(&rig).await;
        a_message_nobody_can_read_goes_to_the_dead_and_stops_nobody(&rig).await;
        a_worker_that_is_killed_leaves_nothing_undone(&mut rig).await;
        a_broker_that_is_away_costs_nothing_but_delay(&rig).await;
        rig.stop().await;
    }

    async fn everything_arrives_once(rig: &Rig) {
        let signed_in = register(rig, "ada").await;
        eventually("the welcome mail", || async { rig.mails_to("ada@example.org") == 1 }).await;
        let mail = rig.last_mail_to("ada@example.org");
        assert!(mail.contains("Subject: Welcome: confirm your mail address"), "{mail}");
        assert!(mail.contains("Message-ID: <mail."), "the id is derived from the message");
        assert!(mail.contains("Auto-Submitted: auto-generated"));
        assert!(mail.contains("https://tickets.example.org/verify-email?token"));
        assert!(mail.contains("Content-Type: text/plain") && mail.contains("Content-Type: text/html"));
        let caller = identify_caller(&rig.platform, &signed_in.tokens.access_token).await.unwrap();
        eventually("the payment account", || async { see_payment_account(&rig.platform, caller).await.is_ok() }).await;

        // The broker may give a message out again at any time: the ledger knows it.
        let user = signed_in.account.id;
        let created = journal::history_of(&rig.platform, user.0).await.unwrap().remove(0);
        assert_eq!(created.message.name(), "user_created");
        let channel = rig.channel().await;
        for _ in 0..3 {
            publish(&channel, &serde_json::to_vec(&created).unwrap()).await;
        }
        register(rig, "marker").await;
        eventually("the mail after the repeats", || async { rig.mails_to("marker@example.org") == 1 }).await;
        eventually("an empty queue", || async { rig.waiting_in(topology::WORKER_QUEUE).await == 0 }).await;
        assert_eq!(rig.mails_to("ada@example.org"), 1, "one mail however often the message comes");
    }

    async fn anybody_may_listen(rig: &Rig) {
        let channel = rig.channel().await;
        let mut deliveries = channel
            .basic_consume(
                topology::PUBLIC_QUEUE.into(),
                "listener".into(),
                BasicConsumeOptions::default(),
                FieldTable::default(),
            )
            .await
            .unwrap();
        let first = deliveries.next().await.unwrap().unwrap();
        let body: serde_json::Value = serde_json::from_slice(&first.data).unwrap();
        assert_eq!(body["type"], "user_created");
        assert_eq!(body["version"], 1);
        assert_eq!(first.routing_key.as_str(), "user.created");
        assert_eq!(first.properties.delivery_mode(), &Some(2), "messages survive a restart of the broker");
        assert_eq!(first.properties.content_type().as_ref().unwrap().as_str(), "application/json");
        assert_eq!(first.properties.message_id().as_ref().unwrap().as_str(), body["id"].as_str().unwrap());
        let text = body.to_string();
        assert!(!text.contains('@') && !text.contains("ada"), "messages carry ids, never people: {text}");
        first.acker.ack(BasicAckOptions::default()).await.unwrap();
    }

    async fn a_message_nobody_can_read_goes_to_the_dead_and_stops_nobody(rig: &Rig) {
        let channel = rig.channel().await;
        for body in [&b"not json"[..], br#"{"id":"x"}"#, br#"{"id":"00000000-0000-0000-0000-000000000001","type":"unheard_of","version":1,"occurred_at":"2026-11-21T18:00:00Z","data":{}}"#] {
            publish(&channel, body).await;
        }
        register(rig, "bea").await;
        eventually("the mail behind them", || async { rig.mails_to("bea@example.org") == 1 }).await;
        eventually("the dead letters", || async { rig.waiting_in(topology::DEAD_QUEUE).await == 3 }).await;
    }

    async fn a_worker_that_is_killed_leaves_nothing_undone(rig: &mut Rig) {
        rig.kill_worker().await;
        for number in 0..20 {
            register(rig, &format!("crowd{number}")).await;
        }
        eventually("the relay", || async { journal::count_unpublished(&rig.platform).await.unwrap() == 0 }).await;
        rig.start_worker();
        eventually("the first of the crowd", || async { rig.mails_like("crowd") >= 3 }).await;
        rig.kill_worker().await;
        rig.start_worker();
        eventually("the whole crowd", || async {
            (0..20).all(|number| rig.mails_to(&format!("crowd{number}@example.org")) >= 1)
        })
        .await;
        eventually("an empty queue", || async { rig.waiting_in(topology::WORKER_QUEUE).await == 0 }).await;
        // Only what was between "accepted" and the ledger when the worker died may come twice: at most what it held.
        let repeats = rig.mails_like("crowd") - 20;
        assert!(repeats <= 20, "{repeats} repeated");
    }

    async fn a_broker_that_is_away_costs_nothing_but_delay(rig: &Rig) {
        rig.stop_broker();
        eventually("the relay to notice", || async { !rig.watch.is_connected() }).await;
        for number in 0..10 {
            register(rig, &format!("patient{number}")).await;
        }
        assert!(journal::count_unpublished(&rig.platform).await.unwrap() > 0);
        rig.start_broker();
        eventually("everything afterwards", || async {
            (0..10).all(|number| rig.mails_to(&format!("patient{number}@example.org")) == 1)
        })
        .await;
        eventually("an empty journal", || async { journal::count_unpublished(&rig.platform).await.unwrap() == 0 })
            .await;
    }

    async fn publish(channel: &Channel, body: &[u8]) {
        channel
            .basic_publish(
                topology::EXCHANGE.into(),
                "user.created".into(),
                BasicPublishOptions::default(),
                body,
                BasicProperties::default(),
            )
            .await
            .unwrap();
    }
}
