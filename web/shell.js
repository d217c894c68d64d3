// The shell: which screen is shown, in which language, and the way to wipe it all.
// Nothing of what is typed goes into the address, the title, the history, storage or the clipboard.

const screens = ["about", "ask", "answer", "law", "lists", "entry"];
let screen = "about";
let again = () => {}; // draws the present screen anew, after a change of language
let cameFrom = "lists";

function go(name, { focus = true } = {}) {
    screen = name;
    for (const id of screens) byId(id).hidden = id !== name;
    for (const item of document.querySelectorAll("nav [data-go]")) {
        item.toggleAttribute("data-here", item.dataset.go === name);
        if (item.dataset.go === name) item.setAttribute("aria-current", "page"); else item.removeAttribute("aria-current");
    }
    if (name === "lists") showLists();
    if (name === "about" || name === "ask") again = () => {};
    if (focus) {
        window.scrollTo(0, 0);
        byId(name).querySelector("h1")?.focus({ preventScroll: true });
    }
}

function speak(language) {
    lang = language;
    document.documentElement.lang = lang;
    for (const element of document.querySelectorAll("[data-t]")) element.textContent = say(element.dataset.t);
    for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", say(element.dataset.label));
    for (const element of document.querySelectorAll("[data-list]")) {
        element.replaceChildren(...TEXTS[element.dataset.list].map((pair) => el("li", {}, say(pair))));
    }
    byId("lang").textContent = lang === "ru" ? "English" : "Русский";
    byId("lang").lang = lang === "ru" ? "en" : "ru";
    byId("wipe").title = say("wipeTitle");
    byId("dated").textContent = say("dated", { date: sayDate(facts.asOf) });
    byId("colophon").textContent = say("colophon", { version: facts.version, sha: facts.sha256.slice(0, 12), date: sayDate(facts.asOf) });
    setKind();
    showEngine();
    showNet();
    preview();
    again();
}

// ---- state of the engine and of the network

function showEngine() {
    const percent = Math.round(engine.done * 100);
    const loading = engine.state === "loading";
    // A screen reader hears the beginning and the end, not every per cent.
    byId("progress").hidden = !loading;
    byId("progress").value = percent;
    byId("state").dataset.state = engine.state;
    const line = loading ? say("engineLoading", { percent: "…" }).replace(/ … %|: … %/, "") : engine.state === "ready" ? say("engineReady") : "";
    if (byId("engine").textContent !== line) byId("engine").textContent = line;
    if (engine.state === "failed" || engine.state === "refused") showTrouble();
    if (!byId("waiting").hidden && loading) byId("waiting").textContent = say("waiting", { percent });
    if (engine.state === "ready") preview();
    showNet();
}

function showTrouble() {
    const cut = engine.why === "cut short";
    const said = engine.opened?.error;
    const title = engine.state === "refused" ? "refused" : cut ? "cutShort" : "engineFailed";
    const fix = engine.state === "refused" ? "refusedFix" : cut ? "cutShortFix" : "engineFailedFix";
    byId("engine").replaceChildren(el("strong", {}, say(title)), " ", say(fix, { why: engine.why }), said ? el("small", {}, ` (${inWords(said, "problem")})`) : "");
    byId("waiting").hidden = true;
}

function showNet() {
    const loaded = document.readyState === "complete" || location.protocol === "file:";
    const state = !navigator.onLine ? "offline" : loaded ? "online" : "loading";
    const title = { offline: "netOffline", online: "netOnline", loading: "netLoading" }[state];
    if (byId("net").dataset.state === state && byId("netTitle").textContent === say(title)) return;
    byId("net").dataset.state = state;
    byId("netTitle").textContent = say(title);
    byId("netText").textContent = say(`${title}Text`);
}

// ---- the question

const kind = () => byId("form").elements.kind.value;

function setKind() {
    const person = kind() === "person";
    for (const element of document.querySelectorAll("[data-only]")) element.hidden = element.dataset.only !== kind();
    const [label, hint] = byId("name").parentElement.querySelectorAll("label, .hint");
    label.textContent = say(person ? "nameLabel" : "orgLabel");
    hint.textContent = say(person ? "nameHint" : "orgHint");
    preview();
}

function subject() {
    const others = byId("others").value.split("\n").map((line) => line.trim()).filter(Boolean);
    const names = [byId("name").value.trim(), ...others].filter(Boolean);
    if (kind() === "person") return { kind: "person", names, born: byId("born").value.trim() };
    const marks = byId("marks").value.split(/[\s,;]+/).filter(Boolean);
    return { kind: "organisation", names, ids: marks.filter((mark) => /^\d+$/.test(mark)), addresses: marks.filter((mark) => !/^\d+$/.test(mark)) };
}

function complain(field, key) {
    byId(`${field}Error`).textContent = key ? say(key) : "";
    if (key) byId(field).setAttribute("aria-invalid", "true"); else byId(field).removeAttribute("aria-invalid");
    if (key) byId(field).focus();
    return Boolean(key);
}

let faint = false;
let limit = 10;

async function check(event) {
    event?.preventDefault();
    const person = kind() === "person";
    const named = /[\p{L}\p{N}]/u.test(byId("name").value) || (!person && byId("marks").value.trim());
    if (complain("name", named ? "" : person ? "noName" : "noOrg")) return;
    if (complain("born", person && !/^(\d{4})?$/.test(byId("born").value.trim()) ? "badYear" : "")) return;
    faint = false;
    limit = 10;
    byId("waiting").hidden = false;
    byId("waiting").textContent = say(engine.state === "ready" ? "looking" : "waiting", { percent: Math.round(engine.done * 100) });
    if (engine.state === "failed") return showTrouble();
    await showAnswer();
    byId("waiting").hidden = true;
    go("answer");
}

async function showAnswer() {
    const answer = await ask({ op: "check", subjects: [subject()], faint, limit });
    again = () => showAnswer();
    if (answer.error) {
        byId("answer").replaceChildren(heading(say("failed")), troubleView(answer.error),
            el("p", { class: "go" }, button("change", () => go("ask"), { class: "main" })));
        return;
    }
    byId("answer").replaceChildren(...answerView(answer, answerActs).filter(Boolean));
}

const answerActs = {
    again() {
        byId("form").reset();
        setKind();
        go("ask");
    },
    change: () => go("ask"),
    print: () => window.print(),
    save: () => saveText(byId("answer")),
    law: (match) => beginLaw(match ? [match] : []),
    more() {
        limit = 200;
        showAnswer();
    },
    faint() {
        faint = true;
        showAnswer();
    },
    show: (list, number, key) => showEntry(list, number, key, "answer"),
};

/** A file, only because somebody pressed for one; its name says nothing. */
function saveText(section) {
    const address = URL.createObjectURL(new Blob([answerText(section)], { type: "text/plain;charset=utf-8" }));
    el("a", { href: address, download: "note.txt" }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
}

let previewTimer = 0;

function preview() {
    clearTimeout(previewTimer);
    const name = byId("name").value.trim();
    if (engine.state !== "ready" || kind() !== "person" || name.length < 3) {
        byId("spellings").hidden = true;
        return;
    }
    previewTimer = setTimeout(async () => {
        const answer = await ask({ op: "spellings", name, count: 12 });
        if (name !== byId("name").value.trim()) return;
        const spellings = answer.spellings || [];
        byId("spellings").hidden = !spellings.length;
        byId("spelt").replaceChildren(...spellings.flatMap((text) => [el("span", {}, text), " "]));
    }, 250);
}

// ---- the lists

const page = { list: "", text: "", count: 50 };

async function showLists() {
    again = showLists;
    if (engine.state !== "ready") return;
    const held = await ask({ op: "lists" });
    if (held.error) return;
    byId("signed").textContent = signedWords(engine.opened);
    byId("held").replaceChildren(...listsView(held, { browse }));
    byId("unseen").replaceChildren(...[closedView(held.not_covered)].filter(Boolean));
    byId("which").replaceChildren(el("option", { value: "" }, say("allLists")), ...held.lists.map((list) => el("option", { value: list.id }, list.title)));
    byId("which").value = page.list;
    page.titles = Object.fromEntries(held.lists.map((list) => [list.id, list.title]));
    if (page.shown) await showFound();
}

async function browse(list) {
    Object.assign(page, { list, text: "", count: 50, shown: true });
    byId("text").value = "";
    byId("which").value = list;
    await showFound();
    byId("found").scrollIntoView({ block: "nearest" });
    byId("found").querySelector("button")?.focus();
}

async function showFound() {
    const found = await ask({ op: "browse", list: page.list, text: page.text, start: 0, count: page.count });
    const shown = found.error ? [el("p", {}, found.error.problem)] : foundView(found, page.titles, { show: (list, number, key) => showEntry(list, number, key, "lists") });
    if (!found.error && found.total > page.count) {
        shown.push(button("more", () => {
            page.count = Math.min(1000, page.count + 150);
            showFound();
        }));
    }
    byId("found").replaceChildren(...shown);
}

async function showEntry(list, number, key, from) {
    cameFrom = from;
    const draw = async () => {
        const shown = await ask({ op: "show", list, number });
        const entry = (shown.listings || []).find((listing) => listing.key === key) || (shown.listings || [])[0];
        const back = () => {
            if (cameFrom === "answer") again = () => showAnswer();
            go(cameFrom);
        };
        byId("entry").replaceChildren(...(entry ? entryView(entry, { back }) : [heading(say("failed")), button("back", back)]).flat(9).filter(Boolean));
    };
    await draw();
    again = draw;
    go("entry");
}

/** What is known of who made the lists. */
function signedWords({ signed }) {
    if (!signed) return say("signedNo");
    const witnessed = signed.witnessed ? say("signedSeen", { day: sayDate(signed.witnessed) }) : "";
    return say("signedYes", { ...signed, day: sayDate(signed.day), witnessed });
}

// ---- newer lists

/** A proof's refusal comes in both languages, the engine's others in the one asked for. */
const inWords = (error, key) => (lang === "ru" && error[`${key}_ru`]) || error[key];

/** Reading fails if the stick was pulled out, or the file was written anew since it was chosen. */
async function openFiles(file, proof) {
    try {
        return await openLists(await file.arrayBuffer(), proof && await proof.arrayBuffer());
    } catch {
        return { error: { kind: "unread" } };
    }
}

async function takeFiles(files) {
    const proof = files.find((file) => file.name.endsWith(".tlog-proof"));
    const file = files.find((each) => each !== proof);
    if (!file) return;
    go("lists");
    byId("newerState").textContent = say("newerReading");
    const answer = await openFiles(file, proof);
    const state = answer.error?.kind === "unread" ? [say("newerUnread")]
        : answer.error?.kind === "unproven" ? [say("newerUnproven")]
        : answer.error ? [say("newerRefused"), " ", inWords(answer.error, "problem"), " ", inWords(answer.error, "fix")]
        : answer.older ? [say("newerOlder", { date: sayDate(answer.older), now: sayDate(answer.now) })]
        : [say("newerTaken", { date: sayDate(answer.date) })];
    byId("newerState").replaceChildren(...state);
    byId("newerState").scrollIntoView({ block: "nearest" });
    if (answer.error || answer.older) return;
    Object.assign(facts, { asOf: answer.date, sha256: answer.sha256 });
    engine.opened = answer;
    engine.state = "ready";
    speak(lang);
    showLists();
}

// ---- wiping

function empty() {
    for (const field of document.querySelectorAll("input, textarea")) if (!/radio|file/.test(field.type)) field.value = "";
    byId("form").reset();
    byId("search").reset();
}

/** Everything at once: the engine with its memory, the fields, the words on the screen, the page's place in the tab. */
function wipe() {
    engine.worker?.terminate();
    asked.clear();
    empty();
    document.body.replaceChildren();
    document.title = "";
    window.stop();
    location.replace("about:blank");
}

// ---- beginning

function begin() {
    document.addEventListener("keydown", (event) => {
        if (event.key === "Escape" && !event.isComposing) wipe();
    }, true);
    byId("wipe").addEventListener("click", wipe);
    byId("lang").addEventListener("click", () => speak(lang === "ru" ? "en" : "ru"));
    document.addEventListener("click", (event) => {
        const target = event.target.closest?.("[data-go]");
        if (target?.dataset.go === "law") beginLaw();
        else if (target) go(target.dataset.go);
        if (event.target.closest?.(".skip")) {
            event.preventDefault();
            byId("main").focus();
        }
    });
    byId("form").addEventListener("submit", check);
    byId("form").addEventListener("change", (event) => event.target.name === "kind" && setKind());
    byId("name").addEventListener("input", preview);
    byId("search").addEventListener("submit", (event) => {
        event.preventDefault();
        Object.assign(page, { list: byId("which").value, text: byId("text").value, count: 50, shown: true });
        showFound();
    });
    byId("file").addEventListener("change", ({ target }) => {
        takeFiles([...target.files]);
        target.value = ""; // so that the same name may be chosen again
    });
    for (const type of ["dragover", "drop"]) document.addEventListener(type, (event) => event.preventDefault());
    document.addEventListener("drop", (event) => takeFiles([...event.dataTransfer.files]));
    for (const type of ["online", "offline", "load"]) window.addEventListener(type, showNet);
    window.addEventListener("pagehide", empty);
    window.addEventListener("pageshow", (event) => event.persisted && empty());
    // Paper cannot be unfolded.
    window.addEventListener("beforeprint", () => document.querySelectorAll("main details").forEach((fold) => { fold.open = true; }));
    engine.changed = showEngine;
    empty();
    byId("waiting").hidden = true;
    speak(lang);
    byId("page").hidden = false;
    go("about", { focus: false });
    if (facts.form === "folder" && navigator.serviceWorker) navigator.serviceWorker.register(scripts.createScriptURL("sw.js")).catch(() => {});
    startEngine();
    window.sverkaStarted = true;
}

begin();
