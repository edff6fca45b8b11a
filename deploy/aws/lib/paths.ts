/** The pages that are whole files in web/dist; every other address without a dot belongs to the application's one page. */
export const pages = ['how', 'prices', 'privacy', 'terms'];

/**
 * At CloudFront's edge, before the cache: one address for people, nothing but the API on `api.`, and the file of a page, as nginx
 * chooses it. Written for CloudFront's own JavaScript: no modules, no newer syntax than it knows.
 */
export function viewerRequest(domain: string): string {
  return `
var domain = '${domain}';
var pages = ${JSON.stringify(Object.fromEntries(pages.map(page => [`/${page}`, true])))};

function query(request) {
  var parts = [];
  for (var name in request.querystring) {
    var given = request.querystring[name];
    (given.multiValue || [given]).forEach(function (one) { parts.push(one.value === '' ? name : name + '=' + one.value); });
  }
  return parts.length ? '?' + parts.join('&') : '';
}

function handler(event) {
  var request = event.request;
  var host = request.headers.host ? request.headers.host.value : '';
  if (host === 'api.' + domain) {
    return { statusCode: 404, statusDescription: 'Not Found' };
  }
  if (host !== domain) {
    return { statusCode: 301, statusDescription: 'Moved Permanently', headers: { location: { value: 'https://' + domain + request.uri + query(request) } } };
  }
  if (request.uri === '/') {
    request.uri = '/index.html';
  } else if (pages[request.uri]) {
    request.uri += '.html';
  } else if (request.uri.lastIndexOf('.') <= request.uri.lastIndexOf('/') && request.uri.indexOf('/assets/') !== 0) {
    request.uri = '/app.html';
  }
  return request;
}
`;
}
