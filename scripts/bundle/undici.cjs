// What stands for `undici` in the bundle: the same exports, each loaded when it is first used.
//
// @actions/core and @actions/github import undici for a client behind a proxy, and for tokens of OpenID Connect. To load
// it takes longer than everything else the action loads together, and most runs never use it: an event that concerns
// nothing makes no request, and without a proxy requests go through node's own fetch. So it is in a file beside the bundle.
const names = [
  'Dispatcher', 'Client', 'Pool', 'BalancedPool', 'Agent', 'ProxyAgent', 'EnvHttpProxyAgent', 'RetryAgent', 'RetryHandler', 'DecoratorHandler',
  'RedirectHandler', 'createRedirectInterceptor', 'interceptors', 'buildConnector', 'errors', 'util', 'setGlobalDispatcher', 'getGlobalDispatcher',
  'fetch', 'Headers', 'Response', 'Request', 'FormData', 'File', 'FileReader', 'setGlobalOrigin', 'getGlobalOrigin', 'caches', 'deleteCookie',
  'getCookies', 'getSetCookies', 'setCookie', 'parseMIMEType', 'serializeAMimeType', 'WebSocket', 'CloseEvent', 'ErrorEvent', 'MessageEvent',
  'request', 'stream', 'pipeline', 'connect', 'upgrade', 'MockClient', 'MockPool', 'MockAgent', 'mockErrors', 'EventSource',
];

for (const name of names) {
  Object.defineProperty(exports, name, { enumerable: true, get: () => require('./undici.cjs')[name] });
}
