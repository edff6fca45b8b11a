namespace Joonbi.Domain.Consultations;

/// <summary>The result, shown to others by link.</summary>
public sealed partial class Consultation
{
    /// <summary>A delivered result may be shared; a thread with the studio may not.</summary>
    public void Share(DateTimeOffset now)
    {
        Require(Kind is ConsultationKind.Analysis && Status is ConsultationStatus.Completed or ConsultationStatus.Converted, "공유");
        UpdatedAt = now;
        Raise(new ConsultationShared(Id));
    }

    /// <summary>The open link leads nowhere from now on.</summary>
    public void Unshare(DateTimeOffset now)
    {
        UpdatedAt = now;
        Raise(new SharingEnded(Id));
    }
}
