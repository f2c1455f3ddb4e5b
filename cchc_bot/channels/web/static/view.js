// The conversation as it is seen. Words go in as text and never as markup.

const ADDRESS = /https?:\/\/[^\s<>"“”]+[^\s<>"“”.,;:!?)\]]/g;
const ENTRIES = { entry: /^\d+[.)] /, bullet: /^[•-] / };
const NEAR_END = 80; // pixels
const MARGIN = 8; // pixels above what is scrolled to

export class View {
  #log = document.getElementById("log");
  #latest = document.getElementById("latest");
  #picture = document.getElementById("picture");
  #texts;
  #answers = new Map(); // id of a turn -> the bubble that shows its answer
  #pressed = new Map(); // id of a message -> the button that was pressed for it
  #onPress;
  #followed = null; // the turn that is kept in view

  /** `onPress({ text, shown, pressed_on })` sends what a button stands for and returns the id. */
  constructor(texts, onPress) {
    this.#texts = texts;
    this.#onPress = onPress;
    this.#latest.addEventListener("click", () => this.#scrollToEnd());
    this.#log.addEventListener("scroll", () => (this.#latest.hidden = this.#isAtEnd));
    // A picture that arrives late, or a keyboard that opens, must not push the answer out of
    // sight; whoever has moved elsewhere since stays there.
    new ResizeObserver(() => this.#follow(this.#followed)).observe(this.#log);
    for (const move of ["wheel", "touchmove", "keydown", "pointerdown"]) {
      this.#log.addEventListener(move, () => (this.#followed = null), { passive: true });
    }
    this.#picture.addEventListener("click", ({ target }) => target === this.#picture && this.#picture.close());
  }

  get isEmpty() {
    return !this.#log.hasChildNodes();
  }

  knows(id) {
    return this.#answers.has(id);
  }

  /** Show a message that has no answer yet. */
  showWaiting(message) {
    if (this.#find(message.id) || this.#pressed.has(message.id)) return;
    const chip = this.#chip(message);
    if (chip) {
      this.#setBusy(message.id, chip);
      return;
    }
    const turn = element("div", "turn waiting");
    const { shown = message.text } = message;
    turn.dataset.id = message.id;
    if (shown) turn.append(this.#said(shown, this.#texts.sending));
    turn.append(element("div", "bubble theirs thinking"));
    this.#log.append(turn);
    this.#follow(turn);
  }

  /** Say beneath each waiting message how it stands. */
  markWaiting(text) {
    for (const state of this.#log.querySelectorAll(".waiting .state")) state.textContent = text;
  }

  /** Show an answered turn, once. */
  showTurn(turn) {
    if (this.knows(turn.id)) return;
    const chip = this.#setFree(turn.id);
    const page = turn.reply.is_page && this.#answers.get(turn.pressed_on);
    if (page) {
      this.#replace(page, turn, chip);
      return;
    }
    const follows = Boolean(this.#find(turn.id)) || Boolean(chip) || this.#isAtEnd;
    const group = this.#find(turn.id) ?? element("div", "turn");
    const answer = element("div", "bubble theirs");
    this.#fill(answer, turn);
    group.dataset.id = turn.id;
    group.className = "turn";
    group.replaceChildren(answer);
    if (turn.shown) group.prepend(this.#said(turn.shown, this.#moment(turn.said_at)));
    if (!group.isConnected) this.#log.insertBefore(group, this.#log.querySelector(".waiting"));
    if (follows) this.#follow(group);
    else this.#latest.hidden = false;
  }

  /** Show what was said before the page was opened, without reading it all aloud. */
  showHistory(turns) {
    this.#log.setAttribute("aria-live", "off");
    for (const turn of turns) this.showTurn(turn);
    setTimeout(() => this.#log.setAttribute("aria-live", "polite"), 500);
  }

  #replace(bubble, turn, chip) {
    const hadFocus = bubble.contains(document.activeElement);
    const place = chip ? [...bubble.querySelectorAll(".chip")].indexOf(chip) : 0;
    this.#fill(bubble, turn);
    const chips = bubble.querySelectorAll(".chip");
    if (hadFocus) (chips[Math.min(Math.max(place, 0), chips.length - 1)] ?? this.#log).focus({ preventScroll: true });
    if (bubble.getBoundingClientRect().top < this.#log.getBoundingClientRect().top) this.#scrollTo(bubble);
  }

  #fill(bubble, turn) {
    const { lines, files, buttons } = turn.reply;
    bubble.replaceChildren(element("span", "unseen", `${this.#texts.assistant}: `));
    for (const line of lines) bubble.append(this.#line(line));
    for (const file of files) bubble.append(file.is_picture ? this.#thumbnail(file) : this.#link(file));
    if (buttons.length) bubble.append(this.#chips(buttons, turn.id));
    bubble.dataset.id = turn.id;
    this.#answers.set(turn.id, bubble);
  }

  #said(text, state) {
    const bubble = element("div", "bubble mine");
    bubble.append(element("span", "unseen", `${this.#texts.you}: `), element("p", "", text));
    bubble.append(element("small", "state", state));
    return bubble;
  }

  #line({ text, strong }) {
    const [kind] = Object.keys(ENTRIES).filter((name) => ENTRIES[name].test(text));
    const line = element(strong ? "h3" : "p", kind);
    let end = 0;
    for (const { 0: address, index } of text.matchAll(ADDRESS)) {
      const link = element("a", "", address);
      Object.assign(link, { href: address, target: "_blank", rel: "noopener noreferrer" });
      line.append(text.slice(end, index), link);
      end = index + address.length;
    }
    line.append(text.slice(end));
    return line;
  }

  #thumbnail(file) {
    const button = element("button", "thumbnail");
    const image = element("img", "");
    Object.assign(image, { src: file.href, alt: file.description, loading: "lazy" });
    Object.assign(button, { type: "button", title: this.#texts.enlarge });
    image.addEventListener("load", () => this.#follow(this.#followed));
    button.append(image, element("span", "unseen", this.#texts.enlarge));
    button.addEventListener("click", () => this.#enlarge(file));
    return button;
  }

  #enlarge(file) {
    Object.assign(this.#picture.querySelector("img"), { src: file.href, alt: file.description });
    Object.assign(this.#picture.querySelector("a"), { href: file.href, download: file.name });
    this.#picture.showModal();
  }

  #link(file) {
    const link = element("a", "file", `${this.#texts.download} ${file.name}`);
    Object.assign(link, { href: file.href, download: file.name, title: file.description });
    return link;
  }

  #chips(buttons, turnId) {
    const chips = element("div", "chips");
    for (const { label, action } of buttons) {
      const chip = element("button", "chip", label);
      chip.type = "button";
      chip.dataset.action = action;
      chip.addEventListener("click", () => {
        if (chip.ariaBusy !== "true") this.#onPress({ text: action, shown: label, pressed_on: turnId });
      });
      chips.append(chip);
    }
    return chips;
  }

  #chip({ pressed_on, text }) {
    const chips = this.#answers.get(pressed_on)?.querySelectorAll(".chip") ?? [];
    return [...chips].find((chip) => chip.dataset.action === text);
  }

  #setBusy(id, chip) {
    chip.ariaBusy = "true";
    this.#pressed.set(id, chip);
  }

  #setFree(id) {
    const chip = this.#pressed.get(id);
    if (chip) chip.ariaBusy = "false";
    this.#pressed.delete(id);
    return chip;
  }

  #find(id) {
    return [...this.#log.children].find((turn) => turn.dataset.id === id);
  }

  #moment(text) {
    const moment = new Date(text);
    const isToday = moment.toDateString() === new Date().toDateString();
    const day = isToday ? {} : { day: "2-digit", month: "2-digit" };
    return moment.toLocaleString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", ...day });
  }

  get #isAtEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.#log;
    return scrollHeight - scrollTop - clientHeight < NEAR_END;
  }

  #scrollToEnd() {
    this.#log.scrollTo({ top: this.#log.scrollHeight });
  }

  #scrollTo(node) {
    this.#log.scrollTo({ top: node.offsetTop - MARGIN });
  }

  /** Bring the end of a short turn into view, the beginning of a long one. */
  #follow(turn) {
    this.#followed = turn;
    if (!turn) return;
    if (turn.offsetHeight < this.#log.clientHeight) this.#scrollToEnd();
    else this.#scrollTo(turn);
  }
}

function element(tag, className, text = "") {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text) node.textContent = text;
  return node;
}
