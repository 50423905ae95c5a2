using System.Text;
using CsCheck;
using MlTa.Recovery.Evidence;
using Xunit;

namespace MlTa.Tests.Recovery.Evidence;

/// <summary>What is written is read again as it was; what happened to it in between is noticed.</summary>
public sealed class RoundTripTests
{
    private const int SecondsPerDay = 24 * 60 * 60;
    private const int Runs = 300;

    private static readonly EvidenceReader s_reader = new(new(2026, 12, 31));

    private static readonly string[] s_texts = ["", "looked at", "é € \U0001F600", "\"quoted\" \\ <&>", "{}", "null", "2026-11-20T03:05:00Z"];

    private static readonly string[] s_checks = [.. SampleEvidence.Good.Checks.Select(check => check.Id).Where(id => id != EvidenceCheck.RecoveryPoint)];

    private static readonly Gen<DrillEvidence> s_evidence = Gen.Select(
        Gen.Int[0, 300 * SecondsPerDay],
        Gen.Int[0, 7 * SecondsPerDay],
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1]).Array[0, 5],
        Gen.Select(Gen.Bool, Gen.Double[-1e6, 1e6].Nullable(), Gen.Int[0, s_texts.Length - 1]).Array[s_checks.Length],
        Gen.Double[0, 1e5].Nullable(),
        Gen.Bool,
        (start, length, phases, checks, lost, isRestore) => Evidence(start, length, phases, checks, lost, isRestore));

    [Fact]
    public void What_is_written_is_read_again() => s_evidence.Sample(
        evidence =>
        {
            var bytes = EvidenceWriter.Bytes(evidence);

            var file = s_reader.Read("drill.json", bytes);

            Assert.Equal([], file.Problems.Select(problem => problem.ToString()));
            Assert.Equal(bytes, EvidenceWriter.Bytes(file.Evidence!));
            Assert.Equal(evidence.Phases, file.Evidence!.Phases);
            Assert.Equal(evidence.Checks, file.Evidence.Checks);
            Assert.Equal(
                (evidence.StartedAt, evidence.FinishedAt, evidence.Restored, evidence.Achieved, evidence.Passed),
                (file.Evidence.StartedAt, file.Evidence.FinishedAt, file.Evidence.Restored, file.Evidence.Achieved, file.Evidence.Passed));
        },
        iter: Runs);

    /// <summary>Wherever a letter is lost or changed, the file is refused, or it was white space.</summary>
    [Fact]
    public void A_file_that_was_damaged_is_refused_or_says_the_same() => Gen.Select(s_evidence, Gen.Double[0, 0.999], Gen.Int[0, 2], Gen.Char["{}[],:\"0159.-eE tfn\\u"]).Sample(
        (evidence, place, cut, letter) =>
        {
            var text = Encoding.UTF8.GetString(EvidenceWriter.Bytes(evidence));
            var at = (int)(place * text.Length);

            var file = s_reader.Read("drill.json", Encoding.UTF8.GetBytes(text[..at] + letter + text[Math.Min(at + cut, text.Length)..]));

            Assert.True(
                file.Evidence is null ? file.Problems.Count > 0 : EvidenceWriter.Bytes(file.Evidence).SequenceEqual(EvidenceWriter.Bytes(evidence)),
                text[Math.Max(0, at - 20)..Math.Min(text.Length, at + 20)]);
        },
        iter: Runs);

    private static DrillEvidence Evidence(
        int start, int length, (double, double)[] phases, (bool Passed, double? Measured, int Detail)[] checks, double? lost, bool isRestore)
    {
        var startedAt = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(start);
        List<EvidenceCheck> all =
        [
            .. checks.Select((check, index) => new EvidenceCheck(s_checks[index], check.Passed, check.Measured, check.Measured, s_texts[check.Detail], s_texts[^(check.Detail + 1)])),
            new(EvidenceCheck.RecoveryPoint, lost is not null, lost, 15, "minutes", ""),
        ];
        return new()
        {
            Path = isRestore ? "restore-point-in-time-eu-west-1" : "object-replication",
            Drill = "dr-test-1",
            Region = "eu-west-1",
            Commit = isRestore ? null : new string('0', 40),
            StartedAt = startedAt,
            FinishedAt = startedAt.AddSeconds(length),
            Restored = isRestore ? new(RestoredData.PointInTime, "arn:aws:rds:eu-west-1:1:auto-backup:ab-1", startedAt.AddMinutes(-5)) : null,
            Phases =
            [
                EvidencePhase.Of(isRestore ? "database.restore" : "objects.arrive", startedAt, startedAt.AddSeconds(length / 2)),
                .. phases.Select((phase, index) => EvidencePhase.Of($"phase-{index}", startedAt.AddSeconds((int)(length * Math.Min(phase.Item1, phase.Item2))), startedAt.AddSeconds((int)(length * Math.Max(phase.Item1, phase.Item2))))),
            ],
            Checks = all,
            Achieved = new(DrillEvidence.MinutesBetween(startedAt, startedAt.AddSeconds(length)), lost),
            Passed = all.All(check => check.Passed),
            Exercised = SampleEvidence.Hash,
        };
    }
}
