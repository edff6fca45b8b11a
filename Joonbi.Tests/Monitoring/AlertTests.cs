using System.Text.RegularExpressions;
using Joonbi.Tests.Sandbox;

namespace Joonbi.Tests.Monitoring;

/// <summary>Whoever is woken at night reads what it is and finds what to do.</summary>
internal sealed class AlertTests
{
    [Test]
    public void Each_alert_says_in_Korean_what_it_is_and_how_grave() =>
        Assert.Multiple(() =>
        {
            Assert.That(Watching.Alerts, Has.Count.EqualTo(Regex.Count(File.ReadAllText(ProjectFiles.Path("deploy", "monitoring", "rules", "joonbi.yml")), "- alert:")).And.Count.GreaterThan(15));
            foreach (var alert in Watching.Alerts)
            {
                Assert.That(alert.Severity, Is.AnyOf("critical", "warning"), alert.Name);
                Assert.That(alert.Summary, Does.Match("[가-힣].*\\.$"), alert.Name);
                Assert.That(alert.About, Does.Match("[가-힣].*\\.$"), alert.Name);
            }
        });

    [Test]
    public void The_dashboard_says_each_thing_once_and_in_Korean()
    {
        var titles = Watching.Panels().Select(panel => panel.Title).ToList();

        Assert.That(titles, Is.Unique.And.All.Match("[가-힣]|CPU"));
    }
}
