// What a listing or a tie means: choose what fits, at most eight questions, then the effects.
// Answers live in `life` until another question, a wipe, or the page's end.

const life = { listings: [], names: [], statuses: new Set(), answers: {}, asked: [], step: "choose" };
const GROUPS = ["listing", "former", "tie", "life"];

/** Begin with the listings of a match, or with none. */
function beginLaw(matches = []) {
    Object.assign(life, {
        listings: matches.map(({ list, key }) => ({ list, key })), names: matches.map((match) => match.name),
        statuses: new Set(), answers: {}, asked: [], step: matches.some((match) => match.kind === "person") ? "ask" : "choose",
    });
    return drawLaw().then(() => go("law"));
}

const lawRequest = (op) => ask({ op, listings: life.listings, statuses: [...life.statuses], answers: life.answers });

async function drawLaw() {
    again = drawLaw;
    const reply = await lawRequest(life.step === "effects" ? "law_answers" : "law_questions");
    const section = byId("law");
    if (reply.error) section.replaceChildren(heading(say("lawTitle")), troubleView(reply.error));
    else if (life.step === "choose") section.replaceChildren(...chooseView(reply.choices));
    else if (life.step === "effects") section.replaceChildren(...effectsView(reply));
    else if (!reply.questions.length) {
        life.step = "effects";
        await drawLaw();
    } else section.replaceChildren(...questionView(reply.questions));
}

function turn(step) {
    life.step = step;
    drawLaw().then(() => go("law"));
}

function chooseView(choices) {
    const boxes = (group) => choices.filter((choice) => choice.group === group).map((choice) => el("label", { class: "choice" },
        el("input", {
            type: "checkbox", checked: life.statuses.has(choice.id),
            onchange: (event) => (event.target.checked ? life.statuses.add(choice.id) : life.statuses.delete(choice.id)),
        }), el("span", {}, choice.label)));
    return [
        heading(say("lawTitle")), el("p", { class: "lead" }, say("lawChoose")),
        ...GROUPS.filter((group) => choices.some((choice) => choice.group === group)).map((group) => el("fieldset", { class: "choices" }, el("legend", {}, say(`lawGroup_${group}`)), boxes(group))),
        el("p", { class: "go" }, button("next", () => turn("ask"), { class: "main" })),
    ];
}

function questionView(questions) {
    const [question] = questions;
    const given = Object.keys(life.answers).length;
    const reply = (value) => {
        life.answers[question.key] = value;
        turn("ask");
    };
    const day = el("input", { type: "text", id: "day", inputmode: "numeric", maxlength: "10", autocomplete: "off", spellcheck: "false", "aria-describedby": "dayHint" });
    const answers = question.kind === "date"
        ? [el("label", { for: "day" }, say("lawDay")), el("p", { class: "hint", id: "dayHint" }, say("lawDayHint")), day,
            button("next", () => (/^\d{4}(-\d\d){0,2}$/.test(day.value.trim()) ? reply(day.value.trim()) : day.focus()), { class: "main" })]
        : [button("yes", () => reply("yes")), button("no", () => reply("no"))];
    return [
        heading(say("lawTitle")),
        life.names.length ? el("p", { class: "asked" }, `${say("lawAbout")}: ${life.names.join("; ")}`) : null,
        el("p", { class: "hint" }, say("lawStep", { n: given + 1, of: Math.min(8, given + questions.length) })),
        el("div", { class: "question", role: "group", "aria-labelledby": "asking" },
            question.about ? el("p", { class: "hint" }, question.about) : null,
            el("h2", { id: "asking" }, question.ask),
            el("p", { class: "go" }, answers, button("lawUnknown", () => reply("unknown")))),
        el("p", {}, say("lawStays")),
        el("p", { class: "go" }, given ? button("back", () => {
            delete life.answers[Object.keys(life.answers).pop()];
            turn("ask");
        }) : null, button("lawSkip", () => turn("effects"), { class: "quiet" })),
    ].filter(Boolean);
}

function effectsView(reply) {
    const parts = [...reply.groups.map((group) => [group.title, group.effects]), [say("lawBills"), reply.bills], [say("lawEverybody"), reply.everybody]];
    return [
        heading(say("lawTitle")),
        el("div", { class: "note" }, reply.notice.map((text) => el("p", {}, text))),
        reply.about.length ? el("p", { class: "asked" }, `${say("lawAbout")}: ${[...life.names, ...reply.about].join("; ")}`) : null,
        parts.some(([, effects]) => effects.length) ? null : el("p", {}, say("lawNothing")),
        ...parts.filter(([, effects]) => effects.length).map(areaView),
        reply.not_by_answers.length ? el("details", { class: "wide" }, el("summary", {}, say("lawDenied")),
            el("ul", { class: "plain effects" }, reply.not_by_answers.map(effectView))) : null,
        ...reply.withheld.map((row) => el("p", { class: "hint" }, row.line)),
        unknowableView(reply.unknowable),
        el("section", {}, el("h2", {}, say("lawHelp")), el("ul", { class: "plain" }, reply.help.organisations.map((row) => el("li", {},
            `${row.name}: ${row.about}. `, el("span", { class: "address" }, row.address), row.caution ? ` (${row.caution})` : ""))),
            el("p", { class: "hint" }, reply.help.caution), el("p", { class: "hint" }, reply.sources_caution)),
        el("div", { class: "end" }, el("p", { class: "hint" }, say("keepHint")), el("p", { class: "go" },
            button("lawAgain", () => { life.answers = {}; turn("ask"); }), button("lawOther", () => beginLaw()),
            button("print", answerActs.print), button("save", () => saveText(byId("law"))))),
    ].filter(Boolean);
}

/** An area of life; the gravest two stand open. */
function areaView([title, effects], position) {
    return el("details", { class: "area", open: position < 2 },
        el("summary", {}, title, el("small", {}, String(effects.length))), el("ul", { class: "plain effects" }, effects.map(effectView)));
}

/** One effect: how sure it is stands before it, the law beneath, the sources behind a fold. */
function effectView(effect) {
    const marks = [effect.state_text, effect.norm_state === "in_force" ? "" : effect.norm_text].filter(Boolean).join(", ");
    const line = (key, texts) => (texts.length ? el("p", { class: "fine" }, `${say(key)}: ${texts.join("; ")}`) : null);
    return el("li", {},
        el("p", { class: "state" }, `${marks} · ${effect.certainty_text}`),
        el("p", {}, effect.text),
        effect.stale ? el("p", { class: "fine" }, effect.stale) : null,
        el("p", { class: "fine" }, [effect.article, ...effect.dates].join("; ")),
        effect.state === "cannot_tell" ? line("lawDepends", effect.would_change) : null,
        el("details", {}, el("summary", {}, say("lawSure")),
            line("lawBecause", effect.because), effect.state === "cannot_tell" ? null : line("lawChange", effect.would_change),
            line("lawOpen", effect.open_points), line("lawConflict", effect.conflicts),
            el("ul", {}, effect.sources.map((source) => el("li", { class: "fine" }, `${source.publisher}, ${source.published}. `,
                el("span", { class: "address" }, source.url), source.caution ? ` (${source.caution})` : "")))));
}

function unknowableView(unknowable) {
    if (!unknowable.lists.length) return null;
    return el("section", {}, el("h2", {}, say("lawUnknowable")), el("p", {}, unknowable.lead),
        el("ul", { class: "plain closed" }, unknowable.lists.map((row) => el("li", {}, el("details", {}, el("summary", {}, row.title),
            el("p", {}, row.reported), el("p", { class: "hint address" }, [row.source, row.reported_on].filter(Boolean).join(", ")))))));
}
