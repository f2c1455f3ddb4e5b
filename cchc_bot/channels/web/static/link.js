// The connection to the server. It comes back by itself, each time a little more patiently.

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15_000;
const PING_EVERY = 20_000;
const PATIENCE = 10_000; // for any word from the server, once one is due
const TAKEN_OVER = 4001;

export class Link {
  #socket = null;
  #pause = FIRST_PAUSE;
  #timer = 0;
  #watch = 0;
  #events;

  /** `events`: last() names the newest turn known; frame(frame); state("open" | "lost" | "elsewhere"). */
  constructor(events) {
    this.#events = events;
    addEventListener("online", () => this.connect());
    addEventListener("offline", () => this.#lose());
    document.addEventListener("visibilitychange", () => document.hidden || this.connect());
  }

  /** Connect now, unless there is a connection or one is being made. */
  connect() {
    if (this.#socket) return;
    clearTimeout(this.#timer);
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    const last = encodeURIComponent(this.#events.last());
    const socket = new WebSocket(`${scheme}://${location.host}/chat?last=${last}`);
    this.#socket = socket;
    socket.onmessage = ({ data }) => socket === this.#socket && this.#hear(JSON.parse(data));
    socket.onclose = ({ code }) => socket === this.#socket && this.#end(code);
    this.#expectWord();
  }

  send(frame) {
    this.#socket.send(JSON.stringify(frame));
    this.#expectWord();
  }

  #hear(frame) {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => this.send({ type: "ping" }), PING_EVERY);
    if (frame.type === "welcome") this.#events.state("open");
    // An answer proves that the server works; a welcome alone does not.
    if (frame.type !== "welcome") this.#pause = FIRST_PAUSE;
    this.#events.frame(frame);
  }

  #expectWord() {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => this.#lose(), PATIENCE);
  }

  #lose() {
    this.#socket?.close();
    this.#end();
  }

  #end(code) {
    clearTimeout(this.#watch);
    clearTimeout(this.#timer);
    this.#socket = null;
    if (code === TAKEN_OVER) {
      this.#events.state("elsewhere");
      return;
    }
    this.#events.state("lost");
    this.#timer = setTimeout(() => this.connect(), this.#pause * (0.75 + Math.random() / 2));
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
  }
}
