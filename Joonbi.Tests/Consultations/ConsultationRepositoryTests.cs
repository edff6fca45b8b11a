using Joonbi.Domain.Consultations;
using Joonbi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Joonbi.Tests.Consultations;

internal sealed class ConsultationRepositoryTests : ApiTest
{
    [Test]
    public async Task What_is_stored_comes_back_whole()
    {
        var id = await Requested(await Customer());

        var stored = await App.InScope(services => services.GetRequiredService<IConsultationRepository>().Get(id, default));

        Assert.That((stored.ProjectName, stored.Description, stored.BudgetMin, stored.BudgetMax), Is.EqualTo((SomeBrief().ProjectName, SomeBrief().Description, SomeBrief().BudgetMin, SomeBrief().BudgetMax)));
        Assert.That(stored.ReferenceUrls, Is.EqualTo(SomeBrief().ReferenceUrls));
        Assert.That(stored.Features, Is.EqualTo(SomeBrief().Features));
        Assert.That((stored.Status, stored.Triggers, stored.Version), Is.EqualTo((ConsultationStatus.Requested, 1, 1)));
    }

    [Test]
    public async Task Its_timeline_is_written_with_it()
    {
        var id = await Requested(await Customer());

        Assert.That(await App.Sql<string>("select string_agg(kind, ',' order by seq) from consultation_events where consultation_id = @id", new { id }), Is.EqualTo("SUBMITTED,QUEUED"));
    }
}
