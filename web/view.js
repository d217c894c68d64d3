// What is shown, built from values. Text only ever becomes text nodes: nothing here reads HTML.

const byId = (id) => document.getElementById(id);

/** An element: `el("p", { class: "hint" }, "text", child, null)`. */
function el(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
        if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
        else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children.flat(9).filter((child) => child !== null && child !== undefined && child !== ""));
    return element;
}

const button = (key, press, attributes = {}) => el("button", { type: "button", onclick: press, ...attributes }, say(key));
const heading = (text) => el("h1", { tabindex: "-1" }, text);

/** Labelled lines; a line without a label goes on from the one before. */
function rowsView(rows) {
    const list = el("dl", { class: "rows" });
    for (const [label, text] of rows) {
        if (label || !list.lastElementChild) list.append(el("div", {}, el("dt", {}, label), el("dd", {}, text)));
        else list.lastElementChild.append(el("dd", {}, text));
    }
    return list;
}

/** A refusal in the engine's words, or a fault of ours in the shell's. */
const troubleView = (error) => (error.kind === "Fault"
    ? el("p", {}, say("fault", { what: error.problem }))
    : el("div", {}, el("p", {}, error.problem), el("p", {}, error.fix)));

// ---- the answer

function answerView(answer, act) {
    const subject = answer.subjects[0];
    const person = subject.kind === "person";
    return [
        heading(subject.opening),
        el("p", { class: "asked" }, `${say("answerFor")}: ${[...subject.names, subject.birth_year].filter(Boolean).join("; ")}`),
        el("p", { class: "lead" }, subject.caution),
        warningsView(answer.warnings),
        el("ol", { class: "cards" }, subject.matches.map((match) => matchView(match, person, act))),
        subject.more_words ? el("p", { class: "faint" }, subject.more_words.replace(/:?\s*--.*$/, "."), " ", button("more", act.more, { class: "quiet" })) : null,
        faintView(subject, act),
        el("div", { class: "beside" },
            el("section", {}, el("h2", {}, say("lookedIn")), el("ul", { class: "plain" }, answer.lists.map((list) => el("li", {}, list.words)))),
            closedView(answer.not_covered),
            lawless(act)),
        el("div", { class: "end" },
            el("p", { class: "hint" }, say("notAdvice"), " ", say("keepHint")),
            el("p", { class: "go" },
                button("again", act.again, { class: "main" }), button("change", act.change),
                button("print", act.print), button("save", act.save))),
    ];
}

function warningsView(warnings) {
    if (!warnings.length) return null;
    return el("div", { class: "note", role: "note" }, el("h2", {}, say("oldLists")), warnings.map((text) => el("p", {}, text)));
}

function faintView(subject, act) {
    if (!subject.faint) return null;
    return el("p", { class: "faint" }, subject.faint_words.replace(/\s*\([^)]*--all[^)]*\)/, ""), " ", button("showFaint", act.faint, { class: "quiet" }));
}

function matchView(match, person, act) {
    return el("li", { class: "card" },
        el("h2", {}, match.name || match.matched),
        rowsView(match.stated),
        el("h3", {}, say("alike")),
        remarks(match).map((text) => el("p", {}, text)),
        el("ul", { class: "evidence" }, match.evidence.map(evidenceView)),
        el("h3", {}, say(person ? "samePerson" : "sameOrg")),
        chanceView(match, person),
        el("p", { class: "go" },
            button(person ? "lawOffer" : "lawOfferOrg", () => act.law(match)),
            button("history", () => act.show(match.list, match.key, match.key), { class: "quiet", "aria-label": `${say("history")}: ${match.name}` })));
}

/** What the answer says besides: that a member is meant, that another name matched. */
function remarks(match) {
    const shown = new Set([...match.stated.map(([, text]) => text), ...match.evidence.map((line) => line.text), match.chance_words, match.namesakes_words]);
    return match.words.map(([, text]) => text).filter((text) => !shown.has(text));
}

/** The way to what a tie means, without any match. */
function lawless(act) {
    return el("section", {}, el("h2", {}, say("lawWithout")), el("p", {}, say("lawWithoutText"), " ", button("lawTitle", () => act.law(), { class: "quiet" })));
}

function evidenceView(line) {
    const compared = line.left && line.right;
    const sign = line.bits < -0.5 ? "≠" : line.bits <= 0.5 || !compared ? "·" : /same|exact/.test(line.kind) ? "=" : "≈";
    return el("li", {}, el("span", { class: "sign", "aria-hidden": "true" }, sign), el("span", {}, line.text));
}

/** Odds on a ruler between two answers, in one ink: a place, not an alarm. */
function chanceView(match, person) {
    const mark = el("span", { class: "mark" });
    mark.style.setProperty("--at", `${Math.min(98, Math.max(2, match.probability * 100))}%`);
    return el("div", { class: "chance" },
        el("p", {}, match.chance_words || ""),
        el("div", { class: "ruler", "aria-hidden": "true" }, mark),
        el("p", { class: "ends", "aria-hidden": "true" },
            el("span", {}, say(person ? "rulerNo" : "rulerNoOrg")), el("span", {}, say(person ? "rulerYes" : "rulerYesOrg"))),
        match.namesakes_words ? el("p", {}, match.namesakes_words) : null);
}

function closedView(closed) {
    if (!closed.length) return null;
    return el("section", { class: "closed" }, el("h2", {}, say("notCovered")), el("p", {}, say("notCoveredLead")),
        el("ul", { class: "plain" }, closed.map((list) => el("li", {},
            el("details", {}, el("summary", {}, list.title), el("p", {}, `${list.keeper}. `, list.reported),
                el("p", { class: "hint" }, `${say("source")}: `, el("span", { class: "address" }, list.source),
                    list.reported_on ? `; ${say("reportedOn", { date: sayDate(list.reported_on) })}` : ""))))));
}

/** The answer as text, for a file that somebody asked for. */
function answerText(section) {
    const parts = [];
    for (const element of section.querySelectorAll("h1, h2, h3, p, dl > div, li, dd + dd")) {
        if (element.closest(".go, .end, .ends, .faint") || element.querySelector("h2, p, dl")) continue;
        const text = element.matches("dl > div") ? [...element.children].map((child) => child.textContent).join("\t") : element.textContent;
        if (!element.matches("dd")) parts.push((/^H/.test(element.tagName) ? "\n" : "") + text.trim());
    }
    return parts.filter(Boolean).join("\n") + "\n";
}

// ---- the lists

function listsView(held, act) {
    return held.lists.map((list) => el("article", { class: "held" },
        el("h2", {}, list.title),
        el("p", {}, say("asOf", { date: sayDate(list.as_of), count: list.entries }), list.old ? el("em", {}, ` — ${say("old")}`) : ""),
        el("p", { class: "hint" }, `${say("keeper")} ${list.keeper}; ${list.legal_basis.join("; ")}`),
        list.gaps.length ? el("details", {}, el("summary", {}, say("gaps")), el("ul", {}, list.gaps.map((gap) => el("li", {}, gap)))) : null,
        button("browse", () => act.browse(list.id), { "aria-label": `${say("browse")}: ${list.title}` })));
}

function foundView(found, titles, act) {
    const rows = found.listings.map((listing) => el("li", {},
        el("button", { type: "button", class: "line", onclick: () => act.show(listing.list, listing.key, listing.key) }, listing.name || listing.number),
        el("span", { class: "hint" }, [titles[listing.list], listing.listed_on && sayDate(listing.listed_on),
            listing.removed_on && say("removed", { date: sayDate(listing.removed_on) })].filter(Boolean).join(" · "))));
    return [el("p", {}, say("foundCount", { count: found.total })), el("ul", { class: "plain lines" }, rows)];
}

function entryView(entry, act) {
    const names = entry.names.filter((name) => name.text !== entry.name);
    return [
        heading(entry.name || `${entry.list} ${entry.number}`),
        rowsView(entry.words),
        names.length ? [el("h2", {}, say("entryNames")), el("ul", { class: "plain" }, names.map((name) => el("li", {}, name.text)))] : null,
        entry.members.length ? [el("h2", {}, say("members")), el("p", {}, entry.members.join(", "))] : null,
        el("h2", {}, say("history")),
        el("p", {}, say("seen", { first: sayDate(entry.first_seen), last: sayDate(entry.last_seen) })),
        el("ol", { class: "plain history" }, entry.changes.length ? entry.changes.map(changeView) : el("li", {}, say("noChanges"))),
        el("p", { class: "hint address" }, `${say("proof")}: ${entry.source.sha256}, ${entry.source.where}`),
        el("p", { class: "go" }, button("back", act.back)),
    ];
}

function changeView(change) {
    const field = FIELDS[change.field] ? say(FIELDS[change.field]) : change.field;
    const what = change.action === "edited" ? say("edited", { field }) : say(change.action === "added" ? "added" : "removedWord");
    return el("li", {}, el("strong", {}, sayDate(change.known_on)), ` ${what}`,
        change.action === "edited" && !change.announced ? el("em", {}, ` (${say("silent")})`) : null,
        change.field ? el("p", {}, el("del", {}, change.before || "—"), " → ", el("ins", {}, change.after || "—")) : null);
}
