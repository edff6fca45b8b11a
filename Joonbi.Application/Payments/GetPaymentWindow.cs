namespace Joonbi.Application.Payments;

/// <summary>What the browser's script needs to open the payment window.</summary>
public sealed record GetPaymentWindow(Guid PaymentId, Guid UserId) : IQuery<PaymentWindow?>;

/// <summary>The arguments of the vendor's script.</summary>
/// <param name="Id">The payment, for our own routes.</param>
/// <param name="PaymentId">The payment, for the vendor: <c>paymentId</c>, or <c>merchant_uid</c>.</param>
/// <param name="Sdk">V1: IMP.request_pay. V2: PortOne.requestPayment.</param>
/// <param name="ScriptUrl">The script of that generation, to be loaded into the page.</param>
/// <param name="StoreId">V1: the argument of <c>IMP.init</c>. V2: <c>storeId</c>.</param>
/// <param name="ChannelKey">V2 only.</param>
/// <param name="OrderName">What the customer reads.</param>
/// <param name="Amount">Whole KRW.</param>
/// <param name="Currency">Always KRW.</param>
/// <param name="Customer">Who pays; some payment providers demand it.</param>
public sealed record PaymentWindow(
    Guid Id,
    string PaymentId,
    PaymentSdk Sdk,
    string ScriptUrl,
    string StoreId,
    string? ChannelKey,
    string OrderName,
    long Amount,
    string Currency,
    Payer Customer);

/// <summary>Who pays.</summary>
/// <param name="FullName">As registered.</param>
/// <param name="Email">As registered.</param>
/// <param name="PhoneNumber">As registered, if at all.</param>
public sealed record Payer(string FullName, string Email, string? PhoneNumber);
