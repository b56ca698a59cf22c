//! A dozen demo clubs: what they are, who is in them, and what they told lately.

use domain::accounts::Caller;
use domain::clubs::{
    ClubEdit, Founding, PostDraft, accept_member, approve_club, change_member_role, edit_club, found_club,
    invite_to_club, join_club, publish_post, reject_club,
};
use domain::outcome::Outcome;
use domain::platform::Platform;

use super::people::People;

struct DemoClub {
    name: &'static str,
    about: &'static str,
    policy: &'static str,
    members_visible: &'static str,
    hue: i64,
    owner: &'static str,
    members: &'static [&'static str],
    posts: &'static [(&'static str, &'static str, bool)],
}

const CLUBS: [DemoClub; 12] = [
    DemoClub {
        name: "Student Theatre",
        about: "Two productions a year, one of them always a mistake.\n\nWe rehearse on Mondays and Wednesdays in the old gym. Nobody is too shy for us: there are sets to paint, lights to hang and programmes to fold.",
        policy: "request",
        members_visible: "everyone",
        hue: 15,
        owner: "olivia",
        members: &["amir", "bea", "emilia", "jonas", "hana", "ines"],
        posts: &[
            (
                "Open auditions in the old gym",
                "Bring a poem, a song or nothing at all. We read in pairs and nobody has to be alone on the stage.",
                false,
            ),
            (
                "The set needs forty chairs",
                "If your house has chairs that nobody would miss for two weeks, tell Emilia. We bring them back, painted or unpainted, as you like.",
                true,
            ),
            (
                "We are sold out, and we add a night",
                "Sunday at five. The cast has been told and is mostly willing.",
                false,
            ),
        ],
    },
    DemoClub {
        name: "Chess in the Library",
        about: "We play until they switch off the light.\n\nBeginners on Tuesdays, blitz on Fridays. Boards are there; bring patience.",
        policy: "open",
        members_visible: "everyone",
        hue: 165,
        owner: "dariusz",
        members: &["chen", "kwame", "lotte", "giulio"],
        posts: &[(
            "Blitz evening, five minutes each",
            "Seven rounds, no prizes, one cake. The cake goes to whoever comes fourth.",
            false,
        )],
    },
    DemoClub {
        name: "Film Club Rotunde",
        about: "Films with an introduction of at most five minutes.\n\nEvery second Thursday in the Rotunde, original language with subtitles.",
        policy: "open",
        members_visible: "members",
        hue: 270,
        owner: "farah",
        members: &["amir", "hana", "chen", "ines", "jonas"],
        posts: &[("The winter programme is printed", "Five films about doors. Pick one up at the box office.", false)],
    },
    DemoClub {
        name: "Debating Society",
        about: "The motion is that there is a motion.\n\nWe meet on Wednesdays. Come to listen first; nobody is called on.",
        policy: "open",
        members_visible: "everyone",
        hue: 240,
        owner: "kwame",
        members: &["dariusz", "farah", "lotte"],
        posts: &[("Next motion: this house would abolish the encore", "Speakers sign up until Monday.", false)],
    },
    DemoClub {
        name: "Chamber Choir",
        about: "Thirty voices, four parts, one biscuit tin.\n\nWe audition twice a year. Sight-reading helps, a good ear helps more.",
        policy: "invite",
        members_visible: "members",
        hue: 330,
        owner: "bea",
        members: &["emilia"],
        posts: &[("Parts for the spring concert", "They are in the folder behind the piano.", true)],
    },
    DemoClub {
        name: "Thursday Jazz",
        about: "A house band, a list on the wall, and whoever writes their name on it.",
        policy: "open",
        members_visible: "everyone",
        hue: 60,
        owner: "chen",
        members: &["jonas", "amir", "olivia", "kwame", "bea"],
        posts: &[("The list opens at eight", "Two tunes each. Bring your own reeds.", false)],
    },
    DemoClub {
        name: "Mountain Days",
        about: "One day a month, up and down again.\n\nTwelve to twenty kilometres. The train leaves when it leaves.",
        policy: "open",
        members_visible: "members",
        hue: 135,
        owner: "hana",
        members: &["lotte", "ines"],
        posts: &[("Shoes, layers, something to share", "The hut has tea and no card reader.", false)],
    },
    DemoClub {
        name: "Open Workshop",
        about: "A laser cutter, two 3D printers and a great many screws.\n\nInductions on Saturdays, after which the door opens with your card.",
        policy: "request",
        members_visible: "officers",
        hue: 195,
        owner: "jonas",
        members: &["chen", "dariusz"],
        posts: &[("New blade in the band saw", "Read the sheet on the wall before you use it.", true)],
    },
    DemoClub {
        name: "Night Sky",
        about: "A dome, a telescope from 1961, and clouds.\n\nOpen evenings on the first clear Friday of the month.",
        policy: "open",
        members_visible: "everyone",
        hue: 285,
        owner: "chen",
        members: &["hana", "giulio", "lotte", "amir"],
        posts: &[("Jupiter is up by nine", "Dress for standing still.", false)],
    },
    DemoClub {
        name: "Kitchen Table",
        about: "Twenty people cook for forty.\n\nOnce a month in the refectory kitchen, with whatever is in season.",
        policy: "request",
        members_visible: "members",
        hue: 45,
        owner: "emilia",
        members: &["bea", "farah", "olivia"],
        posts: &[("November: pumpkins, inevitably", "Tell us what you cannot eat.", false)],
    },
    DemoClub {
        name: "Rowing",
        about: "Early on the water, early to bed.",
        policy: "open",
        members_visible: "members",
        hue: 225,
        owner: "ines",
        members: &["dariusz"],
        posts: &[],
    },
    DemoClub {
        name: "Poetry Aloud",
        about: "Poems want to be heard. Every last Sunday, by candle light and by heart where possible.",
        policy: "open",
        members_visible: "everyone",
        hue: 0,
        owner: "lotte",
        members: &["hana", "emilia", "kwame"],
        posts: &[("The theme is thresholds", "Own poems welcome, three minutes at most.", false)],
    },
];

pub async fn add(platform: &Platform, people: &People) -> Outcome<()> {
    let admin = people.find("admin")?;
    for club in &CLUBS {
        add_club(platform, people, admin, club).await?;
    }
    wait_and_fail(platform, people, admin).await
}

async fn add_club(platform: &Platform, people: &People, admin: Caller, club: &DemoClub) -> Outcome<()> {
    let owner = people.find(club.owner)?;
    let founding = Founding {
        name: club.name.into(),
        description: club.about.into(),
        join_policy: Some("open".into()),
        members_visible: Some(club.members_visible.into()),
        hue: Some(club.hue),
    };
    let id = found_club(platform, owner, founding).await?.id;
    approve_club(platform, admin, id).await?;
    for (index, name) in club.members.iter().enumerate() {
        let member = people.find(name)?;
        join_club(platform, member, id, "").await?;
        if index == 0 {
            change_member_role(platform, owner, id, member.user_id, "officer").await?;
        }
    }
    let edit = ClubEdit { join_policy: Some(club.policy.into()), ..Default::default() };
    edit_club(platform, owner, id, edit).await?;
    for (title, body, members_only) in club.posts {
        let draft = PostDraft { title: (*title).into(), body: (*body).into(), members_only: *members_only };
        publish_post(platform, owner, id, draft).await?;
    }
    match club.policy {
        "request" => {
            let asker = people.find("lotte")?;
            join_club(platform, asker, id, "I have been to three of your evenings and would like to help.").await?;
            if club.name == "Kitchen Table" {
                accept_member(platform, owner, id, asker.user_id).await?;
            }
        }
        "invite" => {
            invite_to_club(platform, owner, id, "amir@foyer.example").await?;
        }
        _ => {}
    }
    Ok(())
}

/// So that admins and founders see what waiting and being turned down look like.
async fn wait_and_fail(platform: &Platform, people: &People, admin: Caller) -> Outcome<()> {
    let founding =
        |name: &str, about: &str| Founding { name: name.into(), description: about.into(), ..Default::default() };
    let giulio = people.find("giulio")?;
    found_club(platform, giulio, founding("Silent Reading", "We sit in one room and read. Nobody talks.")).await?;
    let amir = people.find("amir")?;
    let second = found_club(platform, amir, founding("Aisle Seats", "For people who want out first.")).await?;
    reject_club(platform, admin, second.id, "Tell people what you would do together, then hand it in again.").await?;
    Ok(())
}
