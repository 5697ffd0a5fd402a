using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Signalering.Formats.Exports;

/// <summary>Whether bytes are UTF-8.</summary>
internal enum Utf8Verdict
{
    /// <summary>They are.</summary>
    Yes,

    /// <summary>They are not.</summary>
    No,

    /// <summary>They are, but the last character is incomplete: the file was cut off.</summary>
    CutOff,

    /// <summary>Most accented letters are UTF-8, some are not: two exports in one file.</summary>
    Mostly,
}

/// <summary>Judges chunks of bytes as one text in UTF-8.</summary>
internal sealed class Utf8Check
{
    // A file with this many good sequences is UTF-8 with strays, unless there are as many bad ones: no need to count
    // on.
    private const int EnoughGood = 10_000;

    private readonly byte[] _carry = new byte[8];
    private int _carried;
    private int _good;
    private long _bad;

    /// <summary>The next bytes, in order.</summary>
    public void Add(ReadOnlySpan<byte> chunk)
    {
        if (_carried > 0)
            chunk = chunk[FinishCarry(chunk)..];
        var tail = IncompleteTail(chunk);
        var body = chunk[..^tail];
        if (!Utf8.IsValid(body))
            CountBoth(body);
        else if (_good < EnoughGood && !Ascii.IsValid(body))
            CountGood(body);
        chunk[^tail..].CopyTo(_carry.AsSpan(_carried));
        _carried += tail;
    }

    /// <summary>The judgement over everything added.</summary>
    public Utf8Verdict Verdict() => (_bad, _carried) switch
    {
        (0, 0) => Utf8Verdict.Yes,
        (0, _) when _good > 0 => Utf8Verdict.CutOff,
        _ when _good > _bad => Utf8Verdict.Mostly,
        _ => Utf8Verdict.No, // also one lone lead byte at the end of plain ASCII: the é of "café" in Windows-1252
    };

    // Completes the character that the previous chunk ended in; returns how many bytes of this chunk that took.
    private int FinishCarry(ReadOnlySpan<byte> chunk)
    {
        var added = Math.Min(4 - _carried, chunk.Length);
        chunk[..added].CopyTo(_carry.AsSpan(_carried));
        var status = Rune.DecodeFromUtf8(_carry.AsSpan(0, _carried + added), out _, out var used);
        if (status == OperationStatus.NeedMoreData)
        {
            _carried += added;
            return added;
        }

        if (status == OperationStatus.Done)
            _good++;
        else
            _bad++;
        var taken = Math.Max(0, used - _carried);
        _carried = 0;
        return taken;
    }

    // 0 to 3 bytes at the end that start a character without finishing it.
    private static int IncompleteTail(ReadOnlySpan<byte> chunk)
    {
        for (var back = 1; back <= Math.Min(3, chunk.Length); back++)
        {
            var lead = chunk[^back];
            if (lead < 0x80)
                return 0;
            if (lead >= 0xC0)
                return Rune.DecodeFromUtf8(chunk[^back..], out _, out _) == OperationStatus.NeedMoreData ? back : 0;
        }

        return 0;
    }

    private void CountGood(ReadOnlySpan<byte> body)
    {
        foreach (var value in body)
        {
            if (value >= 0xC0)
                _good++;
        }
    }

    private void CountBoth(ReadOnlySpan<byte> body)
    {
        while (body.IndexOfAnyExceptInRange((byte)0, (byte)0x7F) is var next and >= 0)
        {
            body = body[next..];
            if (Rune.DecodeFromUtf8(body, out _, out var used) == OperationStatus.Done)
                _good++;
            else
                _bad++;
            body = body[used..];
        }
    }
}
