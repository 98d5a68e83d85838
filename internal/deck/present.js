"use strict";
(() => {
	const root = document.documentElement, slides = [...document.querySelectorAll("section")];
	const said = document.querySelector(".at"), switches = root.classList;
	let now = 0, digits = "", quiet = 0;

	const go = (n, keep) => {
		now = Math.max(0, Math.min(slides.length - 1, n));
		slides.forEach((s, i) => {
			s.classList.toggle("now", i === now);
			if (i === now) s.setAttribute("aria-current", "true"); else s.removeAttribute("aria-current");
		});
		said.textContent = slides[now].getAttribute("aria-label");
		if (switches.contains("over")) slides[now].scrollIntoView({block: "nearest"});
		if (!keep) history.replaceState(null, "", "#" + slides[now].id);
	};
	const only = name => { for (const s of ["black", "white", "over", "helped"]) if (s !== name) switches.remove(s); };
	const turn = name => {
		only(name);
		switches.toggle(name);
		slides.forEach(s => { s.tabIndex = name === "over" && switches.contains("over") ? 0 : -1; });
		if (name === "over") go(now, true);
	};
	const full = () => {
		if (document.fullscreenElement) document.exitFullscreen();
		else if (root.requestFullscreen) root.requestFullscreen().catch(() => {});
	};
	const columns = () => {
		const top = slides[0].offsetTop;
		const n = slides.findIndex(s => s.offsetTop !== top);
		return n < 1 ? slides.length : n;
	};
	const deeds = {
		next: () => go(now + 1), back: () => go(now - 1), first: () => go(0), last: () => go(slides.length - 1),
		over: () => turn("over"), notes: () => switches.toggle("noted"), black: () => turn("black"), white: () => turn("white"),
		help: () => turn("helped"), full, none: () => { only(); digits = ""; },
	};
	const keys = {
		ArrowRight: "next", ArrowDown: "next", PageDown: "next", " ": "next", Enter: "next",
		ArrowLeft: "back", ArrowUp: "back", PageUp: "back", Backspace: "back",
		Home: "first", End: "last", o: "over", n: "notes", b: "black", ".": "black", w: "white", ",": "white", f: "full", "?": "help", Escape: "none",
	};
	const press = e => {
		if (e.ctrlKey || e.altKey || e.metaKey) return;
		if (e.target.closest("button") && (e.key === " " || e.key === "Enter")) return;
		if (/^[0-9]$/.test(e.key)) { digits = (digits + e.key).slice(-4); return; }
		const over = switches.contains("over");
		if (e.key === "Enter" && digits) { only(); go(Number(digits) - 1); digits = ""; e.preventDefault(); return; }
		digits = "";
		if (over && e.key === "Enter") { turn("over"); e.preventDefault(); return; }
		if (over && e.key === "ArrowDown") { go(now + columns()); e.preventDefault(); return; }
		if (over && e.key === "ArrowUp") { go(now - columns()); e.preventDefault(); return; }
		const name = e.shiftKey && e.key === " " ? "back" : keys[e.key.length === 1 ? e.key.toLowerCase() : e.key];
		if (!name) return;
		e.preventDefault();
		const covered = switches.contains("black") || switches.contains("white");
		if (covered && name !== "black" && name !== "white") { only(); return; }
		deeds[name]();
	};
	slides.forEach((s, i) => s.addEventListener("click", () => { if (switches.contains("over")) { turn("over"); go(i); } }));
	document.querySelectorAll("[data-do]").forEach(b => b.addEventListener("click", () => { deeds[b.dataset.do](); b.blur(); }));
	document.addEventListener("keydown", press);
	document.addEventListener("mousemove", () => {
		switches.add("near");
		clearTimeout(quiet);
		quiet = setTimeout(() => switches.remove("near"), 3000);
	});
	const named = () => Math.max(0, slides.findIndex(s => "#" + s.id === location.hash));
	addEventListener("hashchange", () => go(named(), true));
	switches.add("live");
	go(named(), true);
})();
