using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using System.Xml.Linq;
using Joonbi.Tests.Sandbox;

namespace Joonbi.Tests.Deployment;

/// <summary>What the image leaves out of the runtime is missed by nobody.</summary>
internal sealed class ImageTests
{
    [Test]
    public void No_assembly_that_the_program_reaches_is_left_out()
    {
        var profile = XDocument.Load(ProjectFiles.Path("Joonbi.Api", "Properties", "PublishProfiles", "Image.pubxml"));
        var leftOut = profile.Descendants("UnusedInImage").SelectMany(item => item.Attribute("Include")!.Value.Split(';')).Where(name => name.EndsWith(".dll", StringComparison.Ordinal)).Select(name => name[..^4]).ToList();

        var reached = Reached("Joonbi.Api", [AppContext.BaseDirectory, .. RuntimeFolders()]);

        Assert.That(reached, Does.Contain("Npgsql").And.Contain("Microsoft.AspNetCore.Server.Kestrel.Core").And.Contain("System.Linq"), "The walk works.");
        Assert.That(reached.Intersect(leftOut), Is.Empty);
        Assert.That(leftOut, Has.Count.GreaterThan(10));
    }

    private static string[] RuntimeFolders()
    {
        var core = RuntimeEnvironment.GetRuntimeDirectory();
        return [core, Path.Combine(core, "..", "..", "Microsoft.AspNetCore.App", Path.GetFileName(core.TrimEnd('/', '\\')))];
    }

    private static HashSet<string> Reached(string first, string[] folders)
    {
        var reached = new HashSet<string>();
        var open = new Queue<string>([first]);
        while (open.TryDequeue(out var name))
        {
            if (reached.Contains(name) || folders.Select(folder => Path.Combine(folder, name + ".dll")).FirstOrDefault(File.Exists) is not { } file)
                continue;

            reached.Add(name);
            using var assembly = new PEReader(File.OpenRead(file));
            var metadata = assembly.GetMetadataReader();
            foreach (var reference in metadata.AssemblyReferences)
                open.Enqueue(metadata.GetString(metadata.GetAssemblyReference(reference).Name));
        }

        return reached;
    }
}
