using CsCheck;
using Signalering.Domain.Counting;

namespace Signalering.Domain.Tests.Counting;

public class CubeFileTests
{
    [Fact]
    public void A_cube_comes_back_as_it_was_written() => SomeCubes.Any.Sample(cube =>
        Assert.Equal(SomeCubes.Text(cube), SomeCubes.Text(CubeFile.Read(CubeFile.Write(cube)))));

    [Fact]
    public void The_same_cube_gives_the_same_bytes() => SomeCubes.Any.Sample(cube =>
        Assert.Equal(CubeFile.Write(cube), CubeFile.Write(CubeFile.Read(CubeFile.Write(cube)))), iter: 20);

    [Fact]
    public void Damage_is_told_as_damage() => Gen.Select(SomeCubes.Any, Gen.Int, Gen.Byte[1, 255]).Sample((cube, at, bits) =>
    {
        var bytes = CubeFile.Write(cube);
        bytes[Math.Abs(at % bytes.Length)] ^= bits;

        // A flipped bit may also give another valid number; what it never does is throw something else.
        try
        {
            CubeFile.Read(bytes);
        }
        catch (InvalidDataException)
        {
        }
    });

    [Fact]
    public void A_file_that_breaks_off_is_told_as_damage() => SomeCubes.Any.Sample(cube =>
    {
        var bytes = CubeFile.Write(cube);

        Assert.Throws<InvalidDataException>(() => CubeFile.Read(bytes.AsMemory(0, bytes.Length / 2)));
    }, iter: 20);

    // Written by the version that knew schema 1 only.
    [Fact]
    public void A_cube_of_schema_1_is_read_and_its_frictions_are_unknown_and_not_zero()
    {
        const string Old = "U0tVQgEbrAAA5Ghur3goRPLsJhoqVXWqVHICHHICcM0oIG4ZJxg45HY7hIFXyMqy7X5/vNJAsyQVJDA34HoAHoAMIjS3s8wf/CYu" +
            "QkmlbfTkqgwycE0GGShHk/3adUEFY/nvXvt+do/6rBr8JvOLuAhZU/bfSfuO+uzjF2RopDFim2NMGD3hBSIIY0xQnFF8wguEMQ==";

        var cube = CubeFile.Read(Convert.FromBase64String(Old));

        Assert.Null(cube.Frictions);
        Assert.Equal("WK990104 schulden rouw", Assert.Single(cube.Pairs) is var p ? $"{p.Wijk} {p.Eerste} {p.Tweede}" : "");
        Assert.Equal([7UL, 11UL], cube.Cases);
        Assert.Null(CubeFile.Read(CubeFile.Write(cube)).Frictions);
    }

    [Fact]
    public void A_newer_schema_is_refused_and_not_guessed_at()
    {
        var bytes = CubeFile.Write(SomeCubes.Any.Single());
        bytes[4] = CubeFile.Schema + 1;

        var refusal = Assert.Throws<InvalidDataException>(() => CubeFile.Read(bytes));
        Assert.Contains("schema", refusal.Message, StringComparison.Ordinal);
    }
}
