"""Ways in which a page can tell somebody something, as snippets for `leaks.py`.

In each: `U` the canary's address for this vector, `W` the same as a WebSocket, `H` its
host, `S` the port that listens for UDP. `add(tag, {...})` puts an element into the page,
`css(text)` a style sheet.
"""

HELPERS = """
const add = (tag, attributes = {}, into = document.body) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'text') element.textContent = value; else element.setAttribute(name, value);
  }
  into.append(element); return element;
};
const css = (text) => add('style', {text}, document.head);
const svg = (tag, attributes, into) => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  (into || document.body).append(element); return element;
};
"""

# Both in a document and in a worker.
EVERYWHERE = {
    "fetch": "fetch(U)",
    "fetch no-cors": "fetch(U, {mode: 'no-cors'})",
    "fetch POST": "fetch(U, {method: 'POST', body: 'x', mode: 'no-cors'})",
    "fetch keepalive": "fetch(U, {keepalive: true, mode: 'no-cors'})",
    "XMLHttpRequest": "const x = new XMLHttpRequest(); x.open('GET', U); x.send()",
    "XMLHttpRequest sync": "const x = new XMLHttpRequest(); x.open('GET', U, false); x.send()",
    "WebSocket": "new WebSocket(W)",
    "WebSocketStream": "new WebSocketStream(W)",
    "EventSource": "new EventSource(U)",
    "FontFace": "new FontFace('a', `url(${U})`).load()",
    "import()": "import(U + '.js')",
    "import() JSON": "import(U + '.json', {with: {type: 'json'}})",
    "Worker that fetches": "new Worker(URL.createObjectURL(new Blob([`fetch('${U}')`])))",
    "Worker that imports": "new Worker(URL.createObjectURL(new Blob([`importScripts('${U}.js')`])))",
    "name in the DNS": "fetch('http://xn--80adxhks.' + H, {mode: 'no-cors'})",
}

WORKER_ONLY = {
    "importScripts": "importScripts(U + '.js')",
    "Cache.add": "caches.open('a').then((cache) => cache.add(U))",
    "Request object": "fetch(new Request(U))",
    "upload stream": "fetch(U, {method: 'POST', body: new Blob(['x']).stream(), duplex: 'half'})",
    "wasm streaming": "WebAssembly.compileStreaming(fetch(U))",
    "module Worker": "new Worker(URL.createObjectURL(new Blob([`import '${U}.js'`])), {type: 'module'})",
    "WebTransport": "new WebTransport(`https://127.0.0.1:${S}/`)",
}

DOCUMENT = {
    "sendBeacon": "navigator.sendBeacon(U, 'x')",
    "fetchLater": "fetchLater(U, {activateAfter: 0})",
    "img": "add('img', {src: U})",
    "img srcset": "add('img', {srcset: U + ' 1x'})",
    "new Image": "new Image().src = U",
    "picture": "const p = add('picture'); add('source', {srcset: U}, p); add('img', {}, p)",
    "SVG image": "svg('image', {href: U}, svg('svg', {}))",
    "SVG feImage": "const s = svg('svg', {}); svg('feImage', {href: U}, svg('filter', {id: 'f'}, s)); "
                   "svg('rect', {width: 9, height: 9, filter: 'url(#f)'}, s)",
    "SVG filter file": "css(`body{filter:url(${U}.svg#f)}`)",
    "input image": "add('input', {type: 'image', src: U})",
    "body background": "document.body.setAttribute('background', U)",
    "table background": "add('table', {background: U}).textContent = 'x'",
    "CSS background": "css(`body{background:url(${U})}`)",
    "CSS style attribute": "add('div', {style: `background:url(${U});height:9px`})",
    "CSS via the object model": "document.body.style.backgroundImage = `url(${U})`",
    "CSS constructed sheet": "const s = new CSSStyleSheet(); s.replaceSync(`body{background:url(${U})}`); "
                             "document.adoptedStyleSheets = [s]",
    "CSS @import": "css(`@import '${U}.css'`)",
    "CSS font": "css(`@font-face{font-family:a;src:url(${U})} body{font-family:a}`); add('p', {text: 'x'})",
    "CSS cursor": "css(`body{cursor:url(${U}),auto}`)",
    "CSS list-style": "css(`li{list-style-image:url(${U})}`); add('li', {text: 'x'})",
    "CSS content": "css(`body::before{content:url(${U})}`)",
    "CSS mask": "css(`body{mask-image:url(${U})}`)",
    "CSS border-image": "css(`body{border:9px solid;border-image:url(${U}) 3}`)",
    "CSS image-set": "css(`body{background:image-set(url(${U}) 1x)}`)",
    "CSS shape-outside": "css(`p{float:left;shape-outside:url(${U})}`); add('p', {text: 'x'})",
    "link stylesheet": "add('link', {rel: 'stylesheet', href: U + '.css'})",
    "link print sheet": "add('link', {rel: 'stylesheet', media: 'print', href: U + '.css'})",
    "link icon": "add('link', {rel: 'icon', href: U}, document.head)",
    "link preload": "add('link', {rel: 'preload', as: 'image', href: U}, document.head)",
    "link modulepreload": "add('link', {rel: 'modulepreload', href: U + '.js'}, document.head)",
    "link prefetch": "add('link', {rel: 'prefetch', href: U}, document.head)",
    "link preconnect": "add('link', {rel: 'preconnect', href: U}, document.head)",
    "link dns-prefetch": "add('link', {rel: 'dns-prefetch', href: U}, document.head)",
    "speculation prefetch": "add('script', {type: 'speculationrules', text: "
                            "JSON.stringify({prefetch: [{urls: [U], eagerness: 'immediate'}]})})",
    "speculation prerender": "add('script', {type: 'speculationrules', text: "
                             "JSON.stringify({prerender: [{urls: [U], eagerness: 'immediate'}]})})",
    "script": "add('script', {src: U + '.js'})",
    "module script": "add('script', {type: 'module', src: U + '.js'})",
    "inline script": "add('script', {text: `fetch('${U}')`})",
    "event attribute": "add('img', {src: 'data:,', onerror: `fetch('${U}')`})",
    "eval": "eval(`fetch('${U}')`)",
    "javascript: address": "add('a', {href: `javascript:void fetch('${U}')`}).click()",
    "innerHTML": "document.body.innerHTML = `<img src='${U}'>`",
    "document.write": "document.write(`<img src='${U}'>`)",
    "contextual fragment": "const r = document.createRange(); "
                           "document.body.append(r.createContextualFragment(`<img src='${U}'>`))",
    "iframe": "add('iframe', {src: U})",
    "iframe srcdoc": "add('iframe', {srcdoc: `<img src='${U}'>`})",
    "iframe data:": "add('iframe', {src: `data:text/html,<img src='${U}'>`})",
    "object": "add('object', {data: U})",
    "embed": "add('embed', {src: U})",
    "video": "add('video', {src: U, preload: 'auto'})",
    "video poster": "add('video', {poster: U})",
    "audio": "add('audio', {src: U, preload: 'auto'})",
    "media source": "const v = add('video', {preload: 'auto'}); add('source', {src: U}, v)",
    "track": "const v = add('video', {src: 'data:video/mp4,'}); "
             "add('track', {src: U, default: '', kind: 'captions'}, v).track.mode = 'showing'",
    "AudioWorklet": "new OfflineAudioContext(1, 1, 8000).audioWorklet.addModule(U + '.js')",
    "SharedWorker that fetches": "new SharedWorker(URL.createObjectURL(new Blob([`fetch('${U}')`])))",
    "form GET": "add('form', {action: U}).submit()",
    "form POST": "add('form', {action: U, method: 'post', target: 'f'}).submit()",
    "link click": "add('a', {href: U, text: 'x'}).click()",
    "link ping": "add('a', {href: '#x', ping: U, text: 'x'}).click()",
    "link download": "add('a', {href: U, download: '', text: 'x'}).click()",
    "location": "location.href = U",
    "location.replace": "location.replace(U)",
    "navigation.navigate": "navigation.navigate(U)",
    "window.open": "window.open(U)",
    "meta refresh": "add('meta', {'http-equiv': 'refresh', content: `0;url=${U}`}, document.head)",
    "WebRTC STUN": "const c = new RTCPeerConnection({iceServers: [{urls: `stun:127.0.0.1:${S}`}]}); "
                   "c.createDataChannel('a'); c.createOffer().then((offer) => c.setLocalDescription(offer))",
    "WebRTC TURN": "const turn = {urls: `turn:127.0.0.1:${S}`, username: 'u', credential: 'p'}; "
                   "const c = new RTCPeerConnection({iceServers: [turn], iceTransportPolicy: 'relay'}); "
                   "c.createDataChannel('a'); "
                   "c.createOffer().then((offer) => c.setLocalDescription(offer))",
    "WebTransport": "new WebTransport(`https://127.0.0.1:${S}/`)",
}
