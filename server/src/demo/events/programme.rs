//! What the demo's clubs put on. Days are counted from the day the demo is loaded, so that there is always something on.

pub struct DemoEvent {
    pub title: &'static str,
    pub about: &'static str,
    pub club: &'static str,
    pub owner: &'static str,
    pub category: &'static str,
    pub place: Place,
    /// One event on each of these days; of what comes every week, counted from its first date.
    pub days: &'static [i64],
    pub weekly: Option<Weekly>,
    /// Where it begins, in hours and minutes.
    pub at: (u64, u64),
    pub minutes: u64,
    pub tickets: &'static [DemoTicket],
    pub members_only: bool,
    /// Places without tickets.
    pub capacity: Option<i64>,
    /// Why it will not take place after all.
    pub called_off: Option<&'static str>,
}

/// A series that begins on the first such day after the demo is loaded. Weeks are counted from there.
#[derive(Clone, Copy)]
pub struct Weekly {
    /// From Monday, which is 0.
    pub weekday: i64,
    pub times: i64,
    /// The week it is left out.
    pub without: i64,
    /// The week in which there are only so many places.
    pub small: i64,
    pub places: i64,
}

#[derive(Clone, Copy)]
pub enum Place {
    Venue(&'static str),
    At(&'static str, &'static str),
    Online(&'static str),
}

/// What members of the club pay: they and everybody else share the places of the first ticket.
pub const MEMBERS: &str = "Members";

/// Name, price in cents, how many; for a venue with seats, the section of the same name.
pub type DemoTicket = (&'static str, i64, i64);

const EVENING: DemoEvent = DemoEvent {
    title: "",
    about: "",
    club: "",
    owner: "",
    category: "",
    place: Place::At("", ""),
    days: &[],
    weekly: None,
    at: (19, 30),
    minutes: 150,
    tickets: &[],
    members_only: false,
    capacity: None,
    called_off: None,
};

const THURSDAY: i64 = 3;

pub const CATEGORIES: [&str; 8] =
    ["Theatre", "Music", "Film", "Games", "Talks and debates", "Outdoors", "Making things", "Food and company"];

pub const PROGRAMME: [DemoEvent; 20] = [
    DemoEvent {
        title: "The Servant of Two Masters",
        about: "Goldoni, with every door in the old gym slammed at least once.\n\nTwo hours with one interval. Latecomers are let in during the first fight, which is early.",
        club: "Student Theatre",
        owner: "olivia",
        category: "Theatre",
        place: Place::Venue("Old Gym Theatre"),
        days: &[-9, 5, 6, 12, 13],
        tickets: &[("Stalls", 1_800, 200), ("Circle", 1_400, 80), ("Boxes", 2_400, 30)],
        ..EVENING
    },
    DemoEvent {
        title: "Auditions for the summer production",
        about: "Bring a poem, a song or nothing at all. We read in pairs and nobody has to be alone on the stage.",
        club: "Student Theatre",
        owner: "olivia",
        category: "Theatre",
        place: Place::At("Rehearsal room, first floor", "Leipzig"),
        days: &[20],
        at: (17, 0),
        capacity: Some(60),
        ..EVENING
    },
    DemoEvent {
        title: "Thursday session",
        about: "The house trio plays the first set, then the stage is open. Drums, piano and a bass are there; horns bring themselves.",
        club: "Thursday Jazz",
        owner: "chen",
        category: "Music",
        place: Place::Venue("The Cellar"),
        days: &[-21, -14, 0],
        weekly: Some(Weekly { weekday: THURSDAY, times: 10, without: 4, small: 2, places: 60 }),
        at: (20, 30),
        minutes: 180,
        tickets: &[("Table", 1_200, 12), ("Standing", 800, 100)],
        ..EVENING
    },
    DemoEvent {
        title: "Winter concert",
        about: "Britten, Poulenc and one piece that none of us could sing in September.\n\nAfterwards there is soup.",
        club: "Chamber Choir",
        owner: "bea",
        category: "Music",
        place: Place::At("St Nicholas, choir stalls", "Leipzig"),
        days: &[26, 27],
        minutes: 90,
        tickets: &[("Regular", 1_500, 180), ("Students and pupils", 700, 60), ("Supporters", 3_000, 40)],
        ..EVENING
    },
    DemoEvent {
        title: "Sing the Messiah with us",
        about: "No rehearsal, no audience. Scores at the door, sopranos on the left.",
        club: "Chamber Choir",
        owner: "bea",
        category: "Music",
        place: Place::At("Town hall, great hall", "Halle"),
        days: &[33],
        at: (18, 0),
        tickets: &[("With a score to borrow", 500, 120), ("With my own score", 0, 120)],
        ..EVENING
    },
    DemoEvent {
        title: "Sunrise, with live piano",
        about: "Murnau, 1927. A new print, an old piano, and an introduction of at most five minutes.",
        club: "Film Club Rotunde",
        owner: "farah",
        category: "Film",
        place: Place::Venue("Lecture Hall 3"),
        days: &[-6, 8],
        at: (20, 0),
        minutes: 110,
        tickets: &[("Left block", 600, 90), ("Right block", 600, 90)],
        ..EVENING
    },
    DemoEvent {
        title: "Shorts from last year's festivals",
        about: "Nine films, the longest of them fourteen minutes. Two of their makers are there and answer questions.",
        club: "Film Club Rotunde",
        owner: "farah",
        category: "Film",
        place: Place::Venue("Lecture Hall 3"),
        days: &[15],
        at: (19, 0),
        tickets: &[("Left block", 500, 90), ("Right block", 500, 90)],
        ..EVENING
    },
    DemoEvent {
        title: "Blitz evening",
        about: "Five minutes each, nine rounds, everybody plays all of them. A prize for the best mistake.",
        club: "Chess in the Library",
        owner: "dariusz",
        category: "Games",
        place: Place::At("Library, reading room", "Leipzig"),
        days: &[-8, -1, 6, 13, 20],
        at: (18, 30),
        capacity: Some(40),
        ..EVENING
    },
    DemoEvent {
        title: "Chess for those who only know the moves",
        about: "Four evenings, one idea each. Today: why the rook wants an open file.",
        club: "Chess in the Library",
        owner: "dariusz",
        category: "Games",
        place: Place::Online("https://meet.example.org/chess"),
        days: &[4, 11],
        at: (19, 0),
        minutes: 75,
        capacity: Some(200),
        ..EVENING
    },
    DemoEvent {
        title: "This house would abolish homework",
        about: "Four speakers, seven minutes each, then the floor is yours. The side you sit on is the side you vote for.",
        club: "Debating Society",
        owner: "kwame",
        category: "Talks and debates",
        place: Place::Venue("Lecture Hall 3"),
        days: &[-13, 9],
        at: (19, 0),
        minutes: 120,
        tickets: &[("Left block", 0, 100), ("Right block", 0, 100)],
        ..EVENING
    },
    DemoEvent {
        title: "How to say no in a meeting",
        about: "A workshop for members: twelve people, twelve situations, no slides.",
        club: "Debating Society",
        owner: "kwame",
        category: "Talks and debates",
        place: Place::At("Seminar room 2.14", "Leipzig"),
        days: &[16],
        at: (17, 30),
        members_only: true,
        capacity: Some(12),
        ..EVENING
    },
    DemoEvent {
        title: "Winter walk along the ridge",
        about: "Eighteen kilometres, six hundred metres up, tea at the hut. Bring shoes that have seen mud.\n\nWe meet at the platform and share a group ticket.",
        club: "Mountain Days",
        owner: "hana",
        category: "Outdoors",
        place: Place::At("Main station, platform 4", "Dresden"),
        days: &[7, 21],
        at: (8, 10),
        minutes: 540,
        tickets: &[("With the group's train ticket", 900, 20), ("I come by myself", 0, 10)],
        ..EVENING
    },
    DemoEvent {
        title: "First ice: a safety day on the lake",
        about: "What to wear, how to test, how to get out again. You will get wet once, on purpose.",
        club: "Mountain Days",
        owner: "hana",
        category: "Outdoors",
        place: Place::At("Boathouse", "Leipzig"),
        days: &[44],
        at: (10, 0),
        minutes: 300,
        tickets: &[("Place", 2_500, 16)],
        called_off: Some("There is no ice to fall into yet. We try again in February."),
        ..EVENING
    },
    DemoEvent {
        title: "Bring a broken bicycle",
        about: "Stands, tools and people who know. You do the work; we stop you in time.",
        club: "Open Workshop",
        owner: "jonas",
        category: "Making things",
        place: Place::At("Workshop, in the yard", "Leipzig"),
        days: &[-3, 11],
        at: (15, 0),
        minutes: 240,
        capacity: Some(25),
        ..EVENING
    },
    DemoEvent {
        title: "Solder your first synthesizer",
        about: "A kit, an iron, four hours. At the end it makes a noise, and it is yours.",
        club: "Open Workshop",
        owner: "jonas",
        category: "Making things",
        place: Place::At("Workshop, in the yard", "Leipzig"),
        days: &[18],
        at: (13, 0),
        minutes: 240,
        tickets: &[("With a kit", 3_900, 14), (MEMBERS, 2_900, 14)],
        ..EVENING
    },
    DemoEvent {
        title: "The Geminids, lying down",
        about: "A meadow away from the city, blankets, no telescope needed. If it is cloudy we drink the tea all the same.",
        club: "Night Sky",
        owner: "chen",
        category: "Outdoors",
        place: Place::At("Meadow behind the observatory", "Tautenburg"),
        days: &[22],
        at: (22, 30),
        minutes: 180,
        tickets: &[("By our bus", 700, 48), ("I come by myself", 0, 100)],
        ..EVENING
    },
    DemoEvent {
        title: "Dumplings for forty",
        about: "We fold from four, we eat from seven. Vegetarian and vegan tables, and one for the brave.",
        club: "Kitchen Table",
        owner: "emilia",
        category: "Food and company",
        place: Place::At("Community kitchen", "Leipzig"),
        days: &[-5, 14],
        at: (16, 0),
        minutes: 300,
        tickets: &[("Fold and eat", 800, 24), ("Only eat", 1_200, 16)],
        ..EVENING
    },
    DemoEvent {
        title: "Learn to row in a tank",
        about: "Eight seats, warm water, no weather. For everybody who has always wanted to and never dared.",
        club: "Rowing",
        owner: "ines",
        category: "Outdoors",
        place: Place::At("Rowing tank, sports campus", "Halle"),
        days: &[2, 9, 30],
        at: (18, 0),
        minutes: 90,
        tickets: &[("Seat", 400, 8)],
        ..EVENING
    },
    DemoEvent {
        title: "Open stage, poems only",
        about: "Five minutes for everybody who signs the list before eight. Own ones first.",
        club: "Poetry Aloud",
        owner: "lotte",
        category: "Talks and debates",
        place: Place::Venue("The Cellar"),
        days: &[-2, 19],
        at: (20, 0),
        tickets: &[("Standing", 300, 80)],
        ..EVENING
    },
    DemoEvent {
        title: "Reading in the dark",
        about: "One candle, one voice, an hour of ghost stories. Also as a stream, for those who prefer their own dark.",
        club: "Poetry Aloud",
        owner: "lotte",
        category: "Talks and debates",
        place: Place::Online("https://live.example.org/dark"),
        days: &[29],
        at: (21, 0),
        minutes: 60,
        tickets: &[("Stream", 200, 500)],
        ..EVENING
    },
];
