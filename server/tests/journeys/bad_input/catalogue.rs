//! Searches that mean nothing.

use crate::support::TestApp;

journeys![nonsense_in_a_search_is_refused_by_its_field];

async fn nonsense_in_a_search_is_refused_by_its_field(app: &TestApp) {
    let (long, many) = ("x".repeat(1_000), "w%20".repeat(100) + "x");
    let different = (0..13).map(|number| format!("w{number}")).collect::<Vec<_>>().join("+");
    for list in ["GET /events", "GET /events.ics"] {
        for (query, field) in [
            (format!("q={long}"), "q"),
            (format!("q={many}"), "q"),
            (format!("q={different}"), "q"),
            ("q=%00".into(), "q"),
            ("q=%E2%80%AE".into(), "q"),
            ("q=%25".into(), "q"),
            ("category=odd".into(), "category"),
            ("club=1".into(), "club"),
            ("from=yesterday".into(), "from"),
            ("from=2026-12-02&to=2026-12-01".into(), "to"),
            ("to=99999-01-01".into(), "to"),
            (format!("city={long}"), "city"),
            ("city=%00".into(), "city"),
            ("online=perhaps".into(), "online"),
            ("free=2".into(), "free"),
            ("available=%00".into(), "available"),
            ("min_price=-1".into(), "min_price"),
            ("min_price=1.5".into(), "min_price"),
            ("max_price=99999999999999999999".into(), "max_price"),
            ("min_price=2&max_price=1".into(), "max_price"),
            ("currency=GOLD".into(), "currency"),
            ("status=draft".into(), "status"),
            ("sort='--".into(), "sort"),
            ("time_zone=Mars/Olympus".into(), "time_zone"),
            ("facets=some".into(), "facets"),
            ("limit=0".into(), "limit"),
            ("limit=101".into(), "limit"),
            ("cursor=nonsense".into(), "cursor"),
            ("cursor=%00".into(), "cursor"),
            (format!("cursor={long}"), "cursor"),
        ] {
            let answer = app.visitor().rest(&format!("{list}?{query}")).await;
            assert_eq!(answer.wrong_fields(), [field], "{list} with {query:.40}: {answer}");
            answer.problem(422, "invalid_input");
        }
        for query in ["q=%ff%fe", "q=a&q=b", "&&&", "=", "q='%20or%201=1--", "city=%25&q=_", "unknown=1&q=%20"] {
            let answer = app.visitor().rest(&format!("{list}?{query}")).await;
            assert!(answer.status < 500, "{list} with {query}: {answer}");
        }
    }
}
