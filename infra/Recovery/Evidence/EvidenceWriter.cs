using System.Text;

namespace MlTa.Recovery.Evidence;

/// <summary>Writes evidence: the same evidence is the same bytes.</summary>
public static class EvidenceWriter
{
    /// <summary>
    /// The content of the file, UTF-8. Its digest tells that somebody has changed the file since. It tells nothing about who wrote it: whoever
    /// makes the file up can work out the digest too. That is what the review of the commit that adds it, and the lock of the bucket that keeps it, are for.
    /// </summary>
    public static byte[] Bytes(DrillEvidence evidence)
    {
        var content = EvidenceJson.Content(evidence);
        content[EvidenceFields.Digest] = EvidenceJson.DigestOf(evidence);
        return Encoding.UTF8.GetBytes(EvidenceJson.Text(content) + "\n");
    }
}
