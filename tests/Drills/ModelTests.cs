using Xunit;

namespace MlTa.Tests.Drills;

/// <summary>models.sh, with a program in the place of the AWS CLI.</summary>
public sealed class ModelTests
{
    private const string Bucket = "ml-ta-models";
    private const string Common = $"--bucket {Bucket} --region us-east-1 --output text --cli-connect-timeout 10 --cli-read-timeout 30";
    private const string Listed = "printf '2026-11-20T01:00:00+00:00\\t%s\\t%s\\n' 10 old.bin 0 folder/; printf '2026-11-22T01:00:00+00:00\\t%s\\t%s\\n' 30 'new model.bin' 20 b.bin";
    private const string Denied = "echo; echo 'An error occurred (AccessDenied) when calling the GetObject operation: The ciphertext refers to a key that does not exist.' >&2; exit 254";

    private static readonly string[] s_checks = ["models-listed", "models-readable"];

    private static readonly string[] s_newestFirst = ["new model.bin", "b.bin", "old.bin"];

    /// <summary>Prints the size that the list says.</summary>
    private const string Read = "case \"$*\" in *old.bin*) echo 10 ;; *new*) echo 30 ;; *) echo 20 ;; esac";

    [NeedsShell]
    public async Task Objects_that_can_be_read_pass()
    {
        using var folder = Folder(Listed, Read);
        var results = await CheckAsync(folder);

        Assert.Equal((0, """
            {"check":"models-listed","passed":true,"measured":3,"limit":1,"unit":"objects","detail":"ml-ta-models has objects, expected at least one; the newest is of 2026-11-22T01:00:00+00:00"}
            {"check":"models-readable","passed":true,"measured":0,"limit":0,"unit":"objects","detail":"the newest 5 of ml-ta-models were read, or all if there are fewer; empty and not read: 0"}

            """), (results.ExitCode, results.Output));
        Assert.Equal(
            [
                $"aws s3api list-objects-v2 --query Contents[].[LastModified,Size,Key] {Common}",
                .. s_newestFirst.Select(key => $"aws s3api get-object --key {key} --query ContentLength /dev/null {Common}"),
            ],
            folder.Notes);
    }

    [NeedsShell]
    public async Task Only_the_newest_are_read()
    {
        using var folder = Folder(Listed, Read);
        var results = await CheckAsync(folder, ("NEWEST", "2"));

        Assert.Empty(results.Failures);
        Assert.Equal(3, folder.Notes.Count);
        Assert.DoesNotContain(folder.Notes, note => note.Contains("old.bin", StringComparison.Ordinal));
    }

    [NeedsShell]
    public async Task Of_a_large_one_only_the_beginning_is_read()
    {
        using var folder = Folder("printf '2026-11-22T01:00:00+00:00\\t2000000\\tbig.bin\\n'", "echo 1048576");
        var results = await CheckAsync(folder, ("MAXIMUM_MEGABYTES", "1"));

        Assert.Empty(results.Failures);
        Assert.Equal($"aws s3api get-object --key big.bin --range bytes=0-1048575 --query ContentLength /dev/null {Common}", folder.Notes[1]);
    }

    /// <summary>What the CLI prints as the text of nothing.</summary>
    [NeedsShell]
    public async Task An_empty_bucket_fails()
    {
        using var folder = Folder("echo None", Read);

        Fails(await CheckAsync(folder), "models-listed: ml-ta-models has no object, expected at least one", "models-readable: ml-ta-models has no object to read");
    }

    [NeedsShell]
    public async Task An_object_that_cannot_be_decrypted_fails()
    {
        using var folder = Folder(Listed, $"case \"$*\" in *b.bin*) {Denied} ;; esac; {Read}");
        var results = await CheckAsync(folder);

        Fails(results, "models-readable: b.bin: An error occurred (AccessDenied) when calling the GetObject operation: The ciphertext refers to a key that does not exist.");
        Assert.Equal(1m, results.Of("models-readable").Measured);
    }

    /// <summary>Of the newest two, as what is read is never one that is empty.</summary>
    [NeedsShell]
    public async Task An_empty_object_is_told_and_others_are_read()
    {
        using var folder = Folder(Listed.Replace("20 b.bin", "0 b.bin", StringComparison.Ordinal), Read);
        var results = await CheckAsync(folder, ("NEWEST", "2"));

        results.ShouldPass(s_checks);
        Assert.EndsWith("; empty and not read: 1", results.Of("models-readable").Detail, StringComparison.Ordinal);
        Assert.Equal(["new model.bin", "old.bin"], folder.Notes.Skip(1).Select(note => note[(note.IndexOf("--key ", StringComparison.Ordinal) + 6)..note.IndexOf(" --query", StringComparison.Ordinal)]));
    }

    [NeedsShell]
    public async Task Nothing_but_empty_objects_fails()
    {
        using var folder = Folder("printf '2026-11-22T01:00:00+00:00\\t0\\t%s\\n' a.bin b.bin", Read);
        var results = await CheckAsync(folder);

        Fails(results, "models-readable: every object of ml-ta-models is empty");
        Assert.Equal((2m, 2m), (results.Of("models-listed").Measured, results.Of("models-readable").Measured));
        Assert.Single(folder.Notes);
    }

    [NeedsShell]
    public async Task A_list_that_comes_a_little_later_is_waited_for()
    {
        using var folder = Folder($"[ \"$(grep -c list-objects \"$0.asked\" 2> /dev/null)\" = 1 ] || {{ echo list-objects >> \"$0.asked\"; echo 'Could not connect' >&2; exit 255; }}; {Listed}", Read);
        var results = await CheckAsync(folder, ("ATTEMPTS", "2"), ("PAUSE_SECONDS", "0.1"));

        results.ShouldPass(s_checks);
        Assert.Equal(2, folder.Notes.Count(note => note.Contains("list-objects-v2", StringComparison.Ordinal)));
    }

    [NeedsShell]
    public async Task Less_than_the_whole_object_fails()
    {
        using var folder = Folder(Listed, Read.Replace("echo 30", "echo 29", StringComparison.Ordinal));

        Fails(await CheckAsync(folder), "models-readable: new model.bin: 29 of 30 bytes were read");
    }

    [NeedsShell]
    public async Task Every_object_that_fails_is_named()
    {
        using var folder = Folder(Listed, "exec sleep 30");

        Fails(
            await CheckAsync(folder, ("ANSWER_SECONDS", "1"), ("NEWEST", "2")),
            "models-readable: new model.bin: no answer within 1 seconds;b.bin: no answer within 1 seconds");
    }

    [NeedsShell]
    public async Task A_bucket_that_cannot_be_listed_is_not_checked()
    {
        using var folder = Folder("echo; echo 'An error occurred (AccessDenied) when calling the ListObjectsV2 operation: Access Denied' >&2; exit 254", Read);

        NothingChecked(await CheckAsync(folder), "An error occurred (AccessDenied) when calling the ListObjectsV2 operation: Access Denied");
    }

    [NeedsShell]
    public async Task Without_the_cli_or_the_bucket_nothing_can_be_checked()
    {
        using var folder = new CheckFolder();

        NothingChecked(await CheckAsync(folder), "aws is not installed here");
        NothingChecked(await CheckAsync(folder, ("MODELS_BUCKET", "")), "MODELS_BUCKET or AWS_REGION is not set");
    }

    private static void Fails(CheckResults results, params string[] failures) => results.ShouldFail(s_checks, failures);

    private static void NothingChecked(CheckResults results, string reason) => results.ShouldNotBeChecked(s_checks, reason);

    private static CheckFolder Folder(string list, string get) =>
        new CheckFolder().WithProgram("aws", $"case $2 in list-objects-v2) {list} ;; get-object) {get} ;; esac");

    private static Task<CheckResults> CheckAsync(CheckFolder folder, params (string Name, string Value)[] different) =>
        folder.RunAsync("models.sh", [("MODELS_BUCKET", Bucket), ("AWS_REGION", "us-east-1"), ("ATTEMPTS", "1"), .. different]);
}
