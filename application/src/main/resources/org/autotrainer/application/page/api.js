// Speaks to the server. The token is kept for this tab alone, and goes nowhere but to this server.
const KEY = "autotrainer.token";

/** What the server or the way to it refused; status is 0 when there was no answer. */
export class Refusal extends Error {
    constructor(status, message) {
        super(message);
        this.status = status;
    }
}

/** The token of this tab; empty when none was entered. */
export function token() {
    return sessionStorage.getItem(KEY) ?? "";
}

/** Keeps a token, or forgets it when it is empty. */
export function keepToken(text) {
    if (text === "") {
        sessionStorage.removeItem(KEY);
    } else {
        sessionStorage.setItem(KEY, text);
    }
}

/** Asks the server; the answer is good or this throws. */
export async function ask(path, method = "GET", headers = {}) {
    let response;
    try {
        response = await fetch("v1/" + path, {
            method,
            headers: { Authorization: "Bearer " + token(), ...headers },
            cache: "no-store",
            redirect: "error",
        });
    } catch {
        throw new Refusal(0, "The server does not answer. Is it still running?");
    }
    if (!response.ok) {
        throw new Refusal(response.status, await reason(response));
    }
    return response;
}

async function reason(response) {
    if (response.status === 401) {
        return "This is not the token of this server.";
    }
    try {
        const problem = await response.json();
        return problem.title + ": " + problem.detail;
    } catch {
        return "The server answered with status " + response.status + ".";
    }
}

/** An answer as an object. */
export async function read(path) {
    return (await ask(path)).json();
}

/** An answer as an object, with its entity tag: who changes it says by the tag what was seen. */
export async function readTagged(path) {
    const response = await ask(path);
    return { item: await response.json(), tag: response.headers.get("ETag") };
}

/** An address with its parameters. */
export function address(path, parameters) {
    return path + "?" + new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== ""));
}

/** The items of so many pages of 500; next tells whether there are more. */
export async function readPages(path, parameters, pages) {
    const items = [];
    let cursor = "";
    for (let i = 0; i < pages && cursor !== null; i++) {
        const page = await read(address(path, { ...parameters, limit: 500, cursor }));
        items.push(...page.items);
        cursor = page.next;
    }
    return { items, next: cursor };
}
