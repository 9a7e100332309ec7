//! Every page can be read by everybody: names, headings, landmarks, contrast.

use serde_json::{Value, json};

use crate::{browser::Browser, place::Place};

/// Roles of what a person operates or jumps to, each of which needs a name.
const NAMED: [&str; 12] = [
    "button",
    "link",
    "textbox",
    "combobox",
    "radio",
    "checkbox",
    "meter",
    "region",
    "navigation",
    "table",
    "DisclosureTriangle",
    "group",
];

/// Texts and placeholders with less contrast than 4.5 to what is behind them.
const PALE: &str = r#"
    const parse = (color) => {
        const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
        canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1);
        const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
        return [r, g, b, a / 255];
    };
    const over = (top, under) => top.slice(0, 3).map((c, i) => c * top[3] + under[i] * (1 - top[3])).concat(1);
    const behind = (element) => {
        const layers = [];
        for (let it = element; it; it = it.parentElement) layers.push(parse(getComputedStyle(it).backgroundColor));
        layers.push([255, 255, 255, 1]);
        return layers.reduceRight((under, top) => over(top, under));
    };
    const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
        .map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
        .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
    const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
    const pale = [];
    let judged = 0;
    const judge = (element, color, what) => {
        const ground = behind(element);
        const found = ratio(over(parse(color), ground), ground);
        judged += 1;
        if (found < 4.5) pale.push(`${what} ${element.className || element.tagName}: ${found.toFixed(2)}`);
    };
    for (const it of document.querySelectorAll('details')) it.open = true;
    for (const it of document.querySelectorAll('body *')) {
        if (!it.checkVisibility()) continue;
        const own = [...it.childNodes].filter((n) => n.nodeType === 3).map((n) => n.data.trim()).join('');
        if (own) judge(it, getComputedStyle(it).color, JSON.stringify(own.slice(0, 30)));
        if (it.value && it.type !== 'hidden' && it.tagName !== 'METER' && it.tagName !== 'LI') judge(it, getComputedStyle(it).color, 'value');
        if (it.placeholder) judge(it, getComputedStyle(it, '::placeholder').color, 'placeholder');
    }
    for (const it of document.querySelectorAll('details')) it.open = false;
    return { pale, judged };"#;

/// Headings that skip a level, and landmarks that are not there once.
const ORDER: &str = r#"
    const wrong = [];
    let last = 0;
    for (const it of document.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
        const level = Number(it.tagName[1]);
        if (level > last + 1) wrong.push(`${it.tagName} ${it.innerText} after H${last}`);
        last = level;
    }
    for (const name of ['h1', 'main', 'header', 'title']) {
        const count = document.querySelectorAll(name).length;
        if (count !== 1) wrong.push(`${count} ${name}`);
    }
    if (document.documentElement.lang !== 'en') wrong.push('no language');
    if (document.documentElement.scrollWidth > innerWidth) wrong.push(`wider than the window: ${document.documentElement.scrollWidth}`);
    return wrong;"#;

/// Holds the page that is open against all of it.
pub(crate) async fn check(browser: &Browser, page: &str) {
    assert_eq!(browser.evaluate(ORDER).await, json!([]), "{page}");
    let contrast = browser.evaluate(PALE).await;
    assert_eq!(contrast["pale"], json!([]), "{page}");
    assert!(
        contrast["judged"].as_u64().unwrap() > 20,
        "{page}: {contrast}"
    );
    let tree = browser.tell("Accessibility.getFullAXTree", json!({})).await;
    let text = |node: &Value, field: &str| node[field]["value"].as_str().unwrap_or("").to_owned();
    let mut named = 0;
    for node in tree["nodes"].as_array().unwrap() {
        let (role, name) = (text(node, "role"), text(node, "name"));
        let counts = NAMED.contains(&role.as_str()) && node["ignored"] == false;
        let plain = matches!(role.as_str(), "group" | "table")
            && node["properties"][0]["name"] != "focusable";
        if counts && !plain {
            named += 1;
            assert!(
                !name.trim().is_empty(),
                "{page}: a {role} has no name: {node}"
            );
        }
    }
    assert!(named > 8, "{page}: {named}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_in_both_schemes_and_widths() {
    let (place, browser) = (Place::new().await, Browser::start().await);
    place.ann().whoami().await.unwrap();
    place
        .sandbox
        .faults()
        .add(opentact_sandbox::Fault::status(503))
        .unwrap();
    place.ann().whoami().await.unwrap_err();
    place.made_by_faults();
    place
        .sandbox
        .clock()
        .advance(std::time::Duration::from_secs(90));
    let pages = [
        "/".to_owned(),
        "/?request=1".to_owned(),
        "/?request=9".to_owned(),
        "/inspector/users?done=UserDeleted".to_owned(),
        place.page_of_ann().await,
        "/inspector/faults".to_owned(),
        "/inspector/stubs".to_owned(),
        "/inspector/messages".to_owned(),
        "/inspector/webhooks".to_owned(),
        "/inspector/operations".to_owned(),
        "/inspector/clock".to_owned(),
        "/inspector/try/updateToken".to_owned(),
    ];
    for (scheme, width) in [
        ("light", 1280),
        ("dark", 1280),
        ("light", 400),
        ("dark", 400),
    ] {
        browser.prefer(scheme).await;
        let size =
            json!({ "width": width, "height": 840, "deviceScaleFactor": 1, "mobile": false });
        browser
            .tell("Emulation.setDeviceMetricsOverride", size)
            .await;
        for page in &pages {
            place.open(&browser, page).await;
            let ground = browser
                .evaluate("return getComputedStyle(document.documentElement).backgroundColor")
                .await;
            let dark = ground == "rgb(13, 15, 20)";
            assert_eq!(dark, scheme == "dark", "{ground}");
            check(&browser, &format!("{page} {scheme} {width}")).await;
        }
    }
}
