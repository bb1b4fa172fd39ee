(() => {
"use strict";
const main = document.querySelector("main"), said = document.getElementById("said"),
  alias = document.getElementById("alias"), SHAPES = "●■▲◆★✚⬟⬢",
  words = JSON.parse(document.getElementById("words").textContent);
let state = null, drawn = "", tag = "", source = null, timer = 0, pulling = false, again = false, sending = null, told = "", since = 0, live = false;

const keep = {
  get() { try { return localStorage.getItem("seat") || ""; } catch (e) { return ""; } },
  set(v) { try { localStorage.setItem("seat", v); } catch (e) {} }
};
const nonce = () => {
  const a = new Uint32Array(4);
  crypto.getRandomValues(a);
  return Array.from(a, n => n.toString(36)).join("");
};

const put = (text, parts) => text.replace(/\{(\w+)\}/g, (all, name) => name in parts ? parts[name] : all);

function tell(text, bad) {
  said.classList.toggle("bad", !!bad);
  if (text !== told) { told = text; said.textContent = text; }
}

async function call(path, body) {
  const stop = new AbortController(), over = setTimeout(() => stop.abort(), 6000);
  const headers = {Accept: "application/json"};
  if (keep.get()) headers["X-Seat"] = keep.get();
  if (body) headers["Content-Type"] = "application/json";
  else if (tag) headers["If-None-Match"] = tag;
  try {
    const r = await fetch(path, {method: body ? "POST" : "GET", headers, cache: "no-store",
      credentials: "same-origin", body: body && JSON.stringify(body), signal: stop.signal});
    const data = r.status === 304 ? {} : await r.json().catch(() => ({}));
    return {status: r.status, data, tag: r.headers.get("ETag") || ""};
  } catch (e) {
    return {status: 0, data: {}, tag: ""};
  } finally { clearTimeout(over); }
}

async function pull() {
  if (pulling) { again = true; return; }
  pulling = true;
  const r = await call("/state");
  pulling = false;
  if (r.status) found(); else missed();
  if (r.status === 200) { state = r.data; tag = r.tag; draw(); listen(); }
  else if (r.status === 401) { state = null; tag = ""; clearTimeout(timer); door(); return; }
  else if (r.status === 0) tell(words.lost, true);
  if ((r.status === 200 || r.status === 304) && said.classList.contains("bad") && !sending) tell(status());
  if (again) { again = false; pull(); } else next();
}

// The room may be found elsewhere by now (another Wi-Fi). The seat goes along, so that nobody counts twice.
function missed() {
  since = since || Date.now();
  if (source) { source.close(); source = null; } // a stream to where nobody is looks alive for long
  if (Date.now() - since < 5000 || document.getElementById("moved")) return;
  const at = h("input", {id: "at", inputmode: "url", autocomplete: "off", autocapitalize: "none", spellcheck: "false"});
  const form = h("form", {id: "moved"}, h("label", {for: "at"}, words.moved),
    at, h("button", {class: "go"}, words.there));
  form.onsubmit = e => {
    e.preventDefault();
    const to = at.value.trim().replace(/^https?:\/\//i, "");
    if (/^[a-z0-9.-]+(:\d{1,5})?(\/\w{0,8})?$/i.test(to)) location.href = location.protocol + "//" + to + "#" + keep.get();
    else tell(words.typed, true);
  };
  said.after(form);
}
function found() {
  since = 0;
  const form = document.getElementById("moved");
  if (form) form.remove();
}
async function begin() {
  const seat = location.hash.slice(1);
  if (/^[\w-]{16,128}$/.test(seat)) {
    history.replaceState(null, "", location.pathname);
    keep.set(seat);
    const r = await call("/join", {room: location.pathname.slice(1, 6)});
    if (r.status === 200) keep.set(r.data.seat);
  }
  pull();
}

function next() {
  clearTimeout(timer);
  live = !!source && source.readyState === 1;
  timer = setTimeout(pull, live ? 20000 : 2000);
}

function listen() {
  if (!window.EventSource || (source && source.readyState !== 2)) return;
  source = new EventSource("/events");
  source.onmessage = e => { if (!state || Number(e.data) !== state.version) pull(); };
  source.onerror = () => { if (live) next(); }; // once: a stream that fails again and again must not put off the asking
}

async function send(path, body) {
  const mine = sending = {body};
  const open = () => sending === mine && state && state.open && state.round === body.round;
  tell(words.sending);
  for (let wait = 500; sending === mine; wait = Math.min(wait * 2, 4000)) {
    const r = await call(path, body);
    if (sending !== mine) return;
    if (r.status === 200) {
      state[path === "/predict" ? "prediction" : "vote"] = body.option;
      if (body.confidence) state.sure = body.confidence;
      sending = null; tag = ""; draw(); tell(status()); return;
    }
    if ([400, 401, 404, 409].includes(r.status)) {
      sending = null; tag = ""; tell(r.data.error || words.refused, true);
      setTimeout(pull, 1500); return;
    }
    tell(words.unsent, true);
    if (!r.status) pull();
    await new Promise(go => setTimeout(go, wait));
    if (!open()) { if (sending === mine) sending = null; return; }
  }
}

function status() {
  if (!state) return "";
  if (state.open && state.source !== "phones" && state.source !== "tables")
    return state.source === "hands" ? words.hand : words.card;
  const mine = state.phase === "predict" ? state.prediction : state.vote;
  if (state.open) return mine ? words.in
    : state.phase === "predict" ? words.guess : words.tap;
  if (state.phase === "tally" && !state.tally) return words.over;
  return "";
}

function h(name, props, ...kids) {
  const e = document.createElement(name);
  for (const k in props || {}) if (props[k] !== null && props[k] !== false) e.setAttribute(k, props[k]);
  for (const kid of kids.flat()) if (kid !== null && kid !== "") e.append(kid);
  return e;
}
const badge = o => {
  const at = "ABCDEFGH".indexOf(o.letter);
  return o.letter ? h("span", {class: "badge"}, o.letter + " ", h("span", {"aria-hidden": "true"}, SHAPES[at])) : null;
};
const paths = {vote: "/vote", predict: "/predict", statement: "/statement"};

function button(o) {
  const mine = (state.phase === "predict" ? state.prediction : state.vote) === o.id;
  const b = h("button", {type: "button", "aria-pressed": String(mine)}, badge(o), h("span", {}, o.label),
    mine ? h("span", {class: "tick", "aria-hidden": "true"}, "✓") : null);
  b.dataset.key = o.id;
  b.onclick = () => send(paths[state.phase], {round: state.round, option: o.id, nonce: nonce()});
  return b;
}

function three(o) {
  const group = h("div", {class: "three", role: "group", "aria-label": o.label});
  words.sure.forEach((word, n) => {
    const mine = state.vote === o.id && state.sure === n + 1;
    const b = h("button", {type: "button", "aria-pressed": String(mine), "aria-label": put(words.surely, {answer: o.label, sure: word})},
      word, mine ? h("span", {class: "tick", "aria-hidden": "true"}, "✓") : null);
    b.dataset.key = o.id + n;
    b.onclick = () => send("/statement", {round: state.round, option: o.id, confidence: n + 1, nonce: nonce()});
    group.append(b);
  });
  return [h("h2", {}, badge(o), " " + o.label), group];
}

function row(o) {
  const mine = state.vote === o.id, count = state.tally && o.id in state.tally ? state.tally[o.id] : null;
  return h("li", {class: "row" + (mine ? " mine" : "") + (o.closed ? " closed" : "")}, badge(o),
    h("span", {}, o.label, o.closed ? h("small", {}, put(words.shut, {why: o.closed})) : null,
      mine ? h("small", {}, " " + words.yours) : null), count === null ? null : h("b", {}, String(count)));
}

function options() {
  const seated = state.source === "phones" || state.source === "tables";
  if (!state.options.length) return [];
  if (state.open && seated && state.phase === "statement") return state.options.flatMap(three);
  if (state.open && seated) {
    const shut = state.options.filter(o => o.closed);
    return [...state.options.filter(o => !o.closed).map(button), shut.length ? h("ul", {}, shut.map(row)) : null];
  }
  return [h("ul", {}, state.options.map(row))];
}

function draw() {
  const s = state, form = JSON.stringify([s.phase, s.page, s.round, s.scene, s.statement, s.title, s.text, s.question,
    s.options, s.open, s.source, s.tally, s.vote, s.prediction, s.sure]);
  alias.textContent = s.alias ? put(words.you, {alias: s.alias}) : "";
  if (form === drawn) return;
  drawn = form;
  const place = [s.phase, s.page, s.round, s.scene, s.statement, s.title].join();
  const active = document.activeElement, key = main.contains(active) ? active.dataset.key || "h" : "";
  const asked = s.question && s.question !== s.text ? h("h2", {}, s.question) : null;
  const kids = [h("h1", {tabindex: "-1"}, s.title),
    s.second && s.open ? h("p", {}, h("strong", {}, words.second)) : null,
    s.phase === "predict" ? null : s.text.split("\n\n").map(t => h("p", {}, t)), asked, options()];
  main.replaceChildren(...kids.flat(2).filter(k => k !== null));
  if (key) (main.querySelector('[data-key="' + key + '"]') || main.querySelector("h1")).focus({preventScroll: true});
  if (place !== draw.place) { if (draw.place) scrollTo(0, 0); draw.place = place; }
  if (!sending) tell(status());
}

function door() {
  if (drawn === "door") return;
  drawn = "door";
  const old = main.querySelector("input");
  const code = h("input", {id: "room", name: "room", autocomplete: "off", autocapitalize: "characters",
    spellcheck: "false", maxlength: "8", required: "", value: old ? old.value : location.pathname.slice(1, 6)});
  const form = h("form", {}, h("label", {for: "room"}, words.code), code,
    h("button", {class: "go"}, words.join));
  form.onsubmit = async e => {
    e.preventDefault();
    tell(words.joining);
    const r = await call("/join", {room: code.value});
    if (r.status !== 200) { tell(r.data.error || words.later, true); return; }
    keep.set(r.data.seat);
    tell(words.seated);
    pull();
  };
  main.replaceChildren(h("h1", {tabindex: "-1"}, words.door),
    h("p", {}, words.nobody), form);
  alias.textContent = "";
}

const wake = () => { if (document.visibilityState !== "hidden") pull(); };
document.addEventListener("visibilitychange", wake);
for (const name of ["focus", "pageshow", "online"]) addEventListener(name, wake);
begin();
})();
