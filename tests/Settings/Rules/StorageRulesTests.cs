using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Settings.Rules;

public sealed class StorageRulesTests
{
    private static readonly StackSettings s_backup = CommittedStacks.Backup;

    [Theory]
    [InlineData(0, "storage.keepOldVersionsDays: expected 1 to 36500, got 0")]
    [InlineData(1, null)]
    [InlineData(36500, null)]
    [InlineData(36501, "storage.keepOldVersionsDays: expected 1 to 36500, got 36501")]
    public void Old_versions_are_kept_for_a_day_to_a_century(int days, string? problem) =>
        Verdict.Is(problem, s_backup.WithStorage(storage => storage with { KeepOldVersionsDays = days }));

    [Theory]
    [InlineData(89, "storage.deepArchiveAfterDays: copies are in Glacier Instant Retrieval, which charges for 90 days, so give 90 to 36500, got 89")]
    [InlineData(90, null)]
    [InlineData(36500, null)]
    [InlineData(36501, "storage.deepArchiveAfterDays: copies are in Glacier Instant Retrieval, which charges for 90 days, so give 90 to 36500, got 36501")]
    [InlineData(null, null)]
    public void Copies_move_to_deep_archive_when_they_are_paid_for(int? days, string? problem) =>
        Verdict.Is(problem, s_backup.WithStorage(storage => storage with { DeepArchiveAfterDays = days }));

    [Fact]
    public void A_serving_stack_keeps_its_objects_within_reach() => Verdict.Is(
        "storage.deepArchiveAfterDays: only an archive moves objects out of reach, so remove it from a serving stack, got 180",
        CommittedStacks.Primary.WithStorage(storage => storage with { DeepArchiveAfterDays = 180 }));

    [Fact]
    public void An_archive_locks_its_objects() => Verdict.Is(
        "storage.objectLock: an archive locks its objects, so give mode and retentionDays, got nothing",
        s_backup.WithStorage(storage => storage with { ObjectLock = null }));

    [Fact]
    public void A_serving_stack_does_not_lock_its_objects() => Verdict.Is(
        "storage.objectLock: a locked bucket is replicated only into locked ones, so remove the lock from a serving stack, got one",
        CommittedStacks.Primary.WithStorage(storage => storage with { ObjectLock = s_backup.Storage.ObjectLock }));

    [Theory]
    [InlineData(0, "storage.objectLock.retentionDays: expected 1 to 36500, got 0")]
    [InlineData(1, null)]
    [InlineData(36500, null)]
    [InlineData(36501, "storage.objectLock.retentionDays: expected 1 to 36500, got 36501")]
    public void Objects_are_locked_for_a_day_to_a_century(int days, string? problem) => Verdict.Is(
        problem, s_backup.WithStorage(storage => storage with { ObjectLock = storage.ObjectLock! with { RetentionDays = days } }));
}
