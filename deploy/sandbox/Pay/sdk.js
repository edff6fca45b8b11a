// PortOne's scripts for browsers, as far as a shop that can be redirected needs them.
(() => {
  const open = (order) => {
    location.assign(`{WINDOW}?${new URLSearchParams(order)}`);
    // The page is left; what came of it is in the address that the browser comes back to.
    return new Promise(() => {});
  };

  window.PortOne = {
    requestPayment: ({ storeId, channelKey, paymentId, orderName, totalAmount, redirectUrl }) =>
      open({ sdk: 'V2', storeId, channelKey, paymentId, orderName, amount: totalAmount, redirectUrl }),
  };

  let merchant = '';
  window.IMP = {
    init: (code) => (merchant = code),
    request_pay: ({ merchant_uid, name, amount, m_redirect_url }) =>
      open({ sdk: 'V1', storeId: merchant, paymentId: merchant_uid, orderName: name, amount, redirectUrl: m_redirect_url }),
  };
})();
