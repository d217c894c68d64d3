// Old on purpose: any browser can read this, so that one which cannot read the rest says so.
(function () {
    function old() { document.documentElement.className += " old"; }
    window.onerror = function () { if (!window.sverkaStarted) old(); };
    if (!("DecompressionStream" in window) || !("WebAssembly" in window) || !("TransformStream" in window) ||
        !("replaceChildren" in document.documentElement) || !window.WebAssembly.Tag) old();
})();
